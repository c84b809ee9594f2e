import { describe, expect, it } from 'vitest';
import { contrastRatio } from '../../../renderer/ui/contrast.ts';
import { milestoneLooks } from '../../../renderer/ui/milestone-kinds.ts';
import { darkPalette, lightPalette, type Palette, paletteOf } from '../../../renderer/ui/tokens.ts';

/** WCAG 2.2, 1.4.3: text of the sizes used here. */
const TEXT = 4.5;
/** WCAG 2.2, 1.4.11: what one must see to use or understand it. */
const MARK = 3;

function groundsOf(look: Palette): readonly (readonly [string, string])[] {
  const { frame, ground, surface, raised, hover, selected, muted } = look;
  return Object.entries({ frame, ground, surface, raised, hover, selected, muted });
}

interface Pair {
  readonly name: string;
  readonly front: string;
  readonly back: string;
  readonly least: number;
}

function pairsOf(look: Palette): readonly Pair[] {
  const grounds = groundsOf(look);
  const onGrounds = (name: string, front: string, least: number) =>
    grounds.map(([ground, back]) => ({ name: `${name} on ${ground}`, front, back, least }));
  const { text, textSoft, textFaint, primaryText, edge, focus, primary, primaryHover, onPrimary } = look;
  return [
    ...onGrounds('text', text, TEXT),
    ...onGrounds('textSoft', textSoft, TEXT),
    ...onGrounds('textFaint', textFaint, TEXT),
    ...onGrounds('primaryText', primaryText, TEXT),
    ...onGrounds('focus', focus, MARK),
    // Controls stand on these.
    ...['ground', 'surface', 'raised', 'frame'].map((name) => ({
      name: `edge on ${name}`,
      front: edge,
      back: Object.fromEntries(grounds)[name] ?? '',
      least: MARK,
    })),
    { name: 'onPrimary on primary', front: onPrimary, back: primary, least: TEXT },
    { name: 'onPrimary on primaryHover', front: onPrimary, back: primaryHover, least: TEXT },
    ...Object.entries(look.tones).flatMap(([tone, colours]) => [
      { name: `${tone} text on its soft`, front: colours.text, back: colours.soft, least: TEXT },
      { name: `${tone} mark on its soft`, front: colours.mark, back: colours.soft, least: MARK },
      ...onGrounds(`${tone} text`, colours.text, TEXT),
      ...onGrounds(`${tone} mark`, colours.mark, MARK),
    ]),
    ...Object.entries(milestoneLooks).flatMap(([kind, { colour }]) => onGrounds(kind, colour[look.scheme], MARK)),
  ];
}

describe.each([lightPalette, darkPalette])('renderer/ui/tokens, $scheme', (look) => {
  it.each(pairsOf(look))('keeps $name at $least:1 or better', ({ front, back, least }) => {
    expect(contrastRatio(front, back)).toBeGreaterThanOrEqual(least);
  });
});

describe('renderer/ui/tokens', () => {
  it('has a palette for each scheme', () => {
    expect([paletteOf('light').scheme, paletteOf('dark').scheme]).toEqual(['light', 'dark']);
  });
});
