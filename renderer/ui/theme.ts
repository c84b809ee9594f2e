import { createTheme, type Theme } from '@mui/material/styles';
import { themeComponents } from './theme-components.ts';
import { type Density, fontFamily, motion, type Palette, paletteOf, radius, type Scheme, type } from './tokens.ts';

declare module '@mui/material/styles' {
  interface Theme {
    /** Every colour of the scheme in use. */
    look: Palette;
    density: Density;
  }
  interface ThemeOptions {
    look: Palette;
    density: Density;
  }
}

interface Step {
  readonly size: number;
  readonly line: number;
}

function step({ size, line }: Step, weight: number, spacing = '-0.003em') {
  return { fontSize: size, lineHeight: `${line}px`, fontWeight: weight, letterSpacing: spacing };
}

/** Builds the MUI theme of a scheme and a density from the tokens. */
export function createSignalboxTheme(scheme: Scheme, density: Density): Theme {
  const look = paletteOf(scheme);
  const { tones } = look;
  return createTheme({
    look,
    density,
    spacing: 4,
    // Under open lists: no message takes a click that was meant for a choice. Dialogs are a step lower still.
    zIndex: { snackbar: 1_250 },
    shape: { borderRadius: radius.control },
    palette: {
      mode: scheme,
      primary: { main: look.primary, dark: look.primaryHover, contrastText: look.onPrimary },
      success: { main: tones.success.mark },
      warning: { main: tones.warning.mark },
      error: { main: tones.danger.text },
      info: { main: tones.info.mark },
      text: { primary: look.text, secondary: look.textSoft, disabled: look.textFaint },
      background: { default: look.ground, paper: look.surface },
      divider: look.line,
      action: { hover: look.hover, selected: look.selected, disabled: look.textFaint, disabledBackground: look.hover },
    },
    typography: {
      fontFamily,
      fontSize: type.body.size,
      htmlFontSize: 16,
      h1: step(type.title, 620, '-0.014em'),
      h2: step(type.heading, 620, '-0.01em'),
      h3: step(type.strong, 620, '-0.006em'),
      h4: step(type.body, 620),
      h5: step(type.body, 620),
      h6: step(type.body, 620),
      subtitle1: step(type.strong, 560),
      subtitle2: step(type.body, 560),
      body1: step(type.body, 420),
      body2: step(type.small, 420),
      caption: step(type.small, 420, '0'),
      overline: { ...step(type.micro, 600, '0.04em'), textTransform: 'none' },
      button: { ...step(type.body, 540), textTransform: 'none' },
    },
    transitions: {
      duration: {
        shortest: motion.quick,
        shorter: motion.quick,
        short: motion.steady,
        standard: motion.steady,
        complex: motion.slow,
        enteringScreen: motion.steady,
        leavingScreen: motion.quick,
      },
    },
    motion: { reducedMotion: 'system' },
    focusVisible: { outline: `2px solid ${look.focus}`, outlineOffset: 1 },
    components: themeComponents(look, density),
  });
}
