/** The one spacing scale, in pixels; `theme.spacing(1)` is 4. */
export const space = { hair: 2, xs: 4, sm: 8, md: 12, lg: 16, xl: 24, xxl: 32, huge: 48 } as const;

/** The one type scale, in pixels: size and line height. */
export const type = {
  micro: { size: 11, line: 16 },
  small: { size: 12, line: 16 },
  body: { size: 13, line: 20 },
  strong: { size: 14, line: 20 },
  heading: { size: 16, line: 24 },
  title: { size: 20, line: 28 },
  figure: { size: 28, line: 36 },
} as const;

/** Corner radii, in pixels. */
export const radius = { small: 4, control: 6, card: 8, dialog: 12, round: 999 } as const;

/** Sizes that the layout of every screen is built on, in pixels. */
export const size = {
  topBar: 44,
  rail: 200,
  railNarrow: 56,
  /** Below this window width the rail shows icons only. */
  railBreakpoint: 1200,
  row: { comfortable: 36, compact: 28 },
  control: { comfortable: 32, compact: 28 },
  icon: 16,
  sidePanel: 380,
  prose: 720,
} as const;

export const fontFamily = '"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif';
export const monoFamily = 'ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", "Liberation Mono", monospace';

/** Durations in milliseconds; all are zero where the system asks for reduced motion. */
export const motion = { quick: 90, steady: 140, slow: 220 } as const;

export type Scheme = 'light' | 'dark';
export type Density = 'comfortable' | 'compact';
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger' | 'accent';

/** Colours of one tone: text on `soft`, a tinted ground, and a mark that is seen on any ground. */
export interface ToneColours {
  readonly text: string;
  readonly soft: string;
  readonly mark: string;
}

/** Every colour of one scheme; components take colours from here and nowhere else. */
export interface Palette {
  readonly scheme: Scheme;
  /** Behind everything: rail and top bar. */
  readonly frame: string;
  /** The ground of a page. */
  readonly ground: string;
  /** Cards, tables, inputs. */
  readonly surface: string;
  /** Menus, dialogs, toasts. */
  readonly raised: string;
  readonly hover: string;
  readonly selected: string;
  /** Days off, past days, disabled areas. */
  readonly muted: string;
  /** Decorative separation; carries no meaning alone. */
  readonly line: string;
  /** The edge of a control: at least 3:1 on every ground. */
  readonly edge: string;
  readonly text: string;
  readonly textSoft: string;
  readonly textFaint: string;
  readonly primary: string;
  readonly primaryHover: string;
  readonly onPrimary: string;
  /** Links and selected text. */
  readonly primaryText: string;
  readonly focus: string;
  readonly backdrop: string;
  readonly shadow: string;
  readonly tones: Readonly<Record<Tone, ToneColours>>;
}

export const lightPalette: Palette = {
  scheme: 'light',
  frame: '#eceef2',
  ground: '#f6f7f9',
  surface: '#ffffff',
  raised: '#ffffff',
  hover: '#eff1f5',
  selected: '#e4ecfb',
  muted: '#f1f2f5',
  line: '#dfe2e8',
  edge: '#7f8694',
  text: '#1a1e26',
  textSoft: '#4b5260',
  textFaint: '#5d6472',
  primary: '#2558c4',
  primaryHover: '#1e4aa8',
  onPrimary: '#ffffff',
  primaryText: '#1f4ba6',
  focus: '#2558c4',
  backdrop: 'rgba(18, 22, 30, 0.3)',
  shadow: '18, 24, 38',
  tones: {
    neutral: { text: '#464d5a', soft: '#e9ebf0', mark: '#6c7482' },
    info: { text: '#00568a', soft: '#dfeff9', mark: '#0072b2' },
    success: { text: '#00614a', soft: '#dcf2ea', mark: '#00805f' },
    warning: { text: '#754300', soft: '#fcecd0', mark: '#b06b00' },
    danger: { text: '#9a3000', soft: '#fde5da', mark: '#c84c0a' },
    accent: { text: '#7d3161', soft: '#f7e6f0', mark: '#a84b85' },
  },
};

export const darkPalette: Palette = {
  scheme: 'dark',
  frame: '#0f1115',
  ground: '#14171c',
  surface: '#1a1e25',
  raised: '#222730',
  hover: '#222831',
  selected: '#1d2f52',
  muted: '#171a20',
  line: '#2a303a',
  edge: '#737c8d',
  text: '#e7eaf0',
  textSoft: '#b0b8c6',
  textFaint: '#969fae',
  primary: '#8db2ff',
  primaryHover: '#a9c5ff',
  onPrimary: '#0a1a3d',
  primaryText: '#a3c1ff',
  focus: '#8db2ff',
  backdrop: 'rgba(4, 6, 10, 0.55)',
  shadow: '0, 0, 0',
  tones: {
    neutral: { text: '#c0c7d3', soft: '#2b313b', mark: '#8f98a8' },
    info: { text: '#8accf5', soft: '#12324a', mark: '#56b4e9' },
    success: { text: '#6fd8b4', soft: '#10382d', mark: '#2fb88c' },
    warning: { text: '#f3c069', soft: '#402e0c', mark: '#e69f00' },
    danger: { text: '#ffac8a', soft: '#4a2212', mark: '#f0723a' },
    accent: { text: '#e9aed0', soft: '#40243a', mark: '#cc79a7' },
  },
};

/** The palette of a scheme. */
export function paletteOf(scheme: Scheme): Palette {
  return scheme === 'dark' ? darkPalette : lightPalette;
}
