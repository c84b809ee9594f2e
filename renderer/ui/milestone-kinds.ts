import type { MilestoneKind } from '../../shared/model/train.ts';
import type { Scheme } from './tokens.ts';

/** How a kind of milestone looks and reads: every kind has its own shape, so colour never stands alone. */
export interface MilestoneLook {
  readonly label: string;
  /** Two letters for narrow places. */
  readonly code: string;
  /** One sentence that explains the kind. */
  readonly meaning: string;
  /** An SVG path in a 16 x 16 box, filled; also drawn on canvas by `Path2D`. */
  readonly glyph: string;
  readonly colour: Readonly<Record<Scheme, string>>;
}

const ring = 'M8 2a6 6 0 1 0 0 12a6 6 0 1 0 0-12zM8 5a3 3 0 1 1 0 6a3 3 0 1 1 0-6z';

export const milestoneLooks = {
  'scope-cut-off': {
    label: 'Scope cut-off',
    code: 'SC',
    meaning: 'Nothing new boards after this without being late.',
    glyph: 'M1.5 3h13L8 14.5z',
    colour: { light: '#8a5a00', dark: '#e0a83a' },
  },
  'code-freeze': {
    label: 'Code freeze',
    code: 'CF',
    meaning: 'Only fixes for this release are merged.',
    glyph: 'M4.5 2h7l3.5 6l-3.5 6h-7L1 8z',
    colour: { light: '#00699f', dark: '#56b4e9' },
  },
  integration: {
    label: 'Integration window',
    code: 'IN',
    meaning: 'The parts are brought together and tried as one.',
    glyph: 'M5.5 1.5h5v4h4v5h-4v4h-5v-4h-4v-5h4z',
    colour: { light: '#00704f', dark: '#35b98f' },
  },
  uat: {
    label: 'UAT',
    code: 'UA',
    meaning: 'The people who asked for it try it and accept it.',
    glyph: 'M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13z',
    colour: { light: '#5a55b5', dark: '#a5a2f2' },
  },
  cab: {
    label: 'CAB',
    code: 'CB',
    meaning: 'The change advisory board looks at the release.',
    glyph: 'M2.5 2.5h11v11h-11z',
    colour: { light: '#964076', dark: '#d98bbb' },
  },
  'go-no-go': {
    label: 'Go/no-go',
    code: 'GO',
    meaning: 'The decision to depart or to hold.',
    glyph: 'M8 .8L15.2 8L8 15.2L.8 8z',
    colour: { light: '#bd4300', dark: '#f0803f' },
  },
  deployment: {
    label: 'Deployment',
    code: 'DP',
    meaning: 'The release goes to production.',
    glyph: 'M8 1.2L15 14H1z',
    colour: { light: '#2558c4', dark: '#8db2ff' },
  },
  hypercare: {
    label: 'Hypercare',
    code: 'HC',
    meaning: 'The teams stay close while the release settles.',
    glyph: 'M8 14.2C3.2 10.6 1.2 8.2 1.2 5.6A3.5 3.5 0 0 1 8 4.1A3.5 3.5 0 0 1 14.8 5.6C14.8 8.2 12.8 10.6 8 14.2z',
    colour: { light: '#a3355a', dark: '#f08fae' },
  },
  custom: {
    label: 'Milestone',
    code: 'MS',
    meaning: 'A date of your own.',
    glyph: ring,
    colour: { light: '#5a6270', dark: '#a3acba' },
  },
} as const satisfies Record<MilestoneKind, MilestoneLook>;

/** How a kind of milestone looks. */
export function lookOf(kind: MilestoneKind): MilestoneLook {
  return milestoneLooks[kind];
}
