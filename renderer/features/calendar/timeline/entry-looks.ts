import { ruleTones } from '../../../ui/rule-tones.ts';
import type { Tone } from '../../../ui/tokens.ts';
import type { EntryLook } from './entry.ts';

export interface EntryStyle {
  readonly label: string;
  readonly tone: Tone;
  /** A path in a box of 16, filled by the even-odd rule. */
  readonly glyph: string;
  /** How its bar is filled: a tint, stripes, or nothing but an edge. */
  readonly fill: 'tint' | 'stripes' | 'edge';
}

/** How entries look: each has a shape and a way to be filled, so that colour never stands alone. */
export const entryLooks = {
  freeze: {
    label: 'Freeze',
    tone: ruleTones.freeze,
    glyph:
      'M7 1h2v4l3.2-2.6l1.3 1.6L10.6 6.5H15v2h-4.4l2.9 2.7l-1.3 1.6L9 10v5H7v-5l-3.2 2.8l-1.3-1.6l2.9-2.7H1v-2h4.4L2.5 4l1.3-1.6L7 5z',
    fill: 'stripes',
  },
  maintenance: {
    label: 'Maintenance',
    tone: ruleTones.maintenance,
    glyph:
      'M6.2 1h3.6v3.4l2.9-1.7l1.8 3.1L11.6 7.5v1l2.9 1.7l-1.8 3.1l-2.9-1.7V15H6.2v-3.4l-2.9 1.7l-1.8-3.1l2.9-1.7v-1L1.5 5.8l1.8-3.1l2.9 1.7zM8 6a2 2 0 1 0 0 4a2 2 0 1 0 0-4z',
    fill: 'stripes',
  },
  window: { label: 'Window', tone: ruleTones.window, glyph: 'M1.5 1.5h13v13h-13zM3.5 3.5v9h9v-9z', fill: 'tint' },
  exclusive: {
    label: 'Booking, exclusive',
    tone: 'info',
    glyph: 'M5 7V5a3 3 0 0 1 6 0v2h1.5v7.5h-9V7zM6.6 7h2.8V5a1.4 1.4 0 0 0-2.8 0z',
    fill: 'tint',
  },
  shared: {
    label: 'Booking, shared',
    tone: 'info',
    glyph: 'M5.5 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10zM10.5 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
    fill: 'edge',
  },
  reserve: {
    label: 'Reserved for a rollout',
    tone: 'accent',
    glyph: 'M1.5 9h5v5.5h-5zM9.5 9h5v5.5h-5zM5.5 1.5h5V7h-5z',
    fill: 'edge',
  },
  absence: {
    label: 'Absence',
    tone: 'neutral',
    glyph: 'M8 1.5a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0-6.4zM1.8 14.5c0-3.6 2.8-5.2 6.2-5.2s6.2 1.6 6.2 5.2z',
    fill: 'stripes',
  },
  holiday: {
    label: 'Holiday',
    tone: 'neutral',
    glyph: 'M8 .8l2 4.7l5.2.4l-4 3.4l1.3 5L8 11.6l-4.5 2.7l1.3-5l-4-3.4L6 5.5z',
    fill: 'tint',
  },
} as const satisfies Readonly<Record<EntryLook, EntryStyle>>;

export const entryLookNames = Object.keys(entryLooks) as readonly EntryLook[]; // the keys of that very object
