import { describe, expect, it } from 'vitest';
import { ANYWHERE } from '../../../../../renderer/features/windows/allowed/question.ts';
import {
  becauseWords,
  judgedAlike,
  placesText,
} from '../../../../../renderer/features/windows/allowed/verdict-words.ts';
import { NO_NAMES } from '../../../../../renderer/features/windows/names.ts';
import { instant, Zone } from '../../../../../shared/model/time.ts';
import { Segment } from '../../../../../shared/model/verdict.ts';

const zone = Zone.parse('Europe/Berlin');
const span = { start: instant(0), end: instant(3_600_000) };
const end = Date.UTC(2027, 0, 4, 7);

function because(name: string, kind = 'freeze', until = end, override: unknown = null) {
  return {
    ruleId: name.replaceAll(' ', '-'),
    kind,
    name,
    occurrence: { key: 'x', span: { start: 0, end: until } },
    override,
  };
}

const override = { id: 'o', requestedBy: 'Ada', approvedBy: 'Grace', recordedBy: 'Ada' };

function segment(state: string, rules: readonly unknown[]): Segment {
  return Segment.parse({ span, state, because: rules });
}

describe('renderer/features/windows/allowed/verdict-words', () => {
  it.each([
    ['open', [], 'No rule is against it.'],
    ['open', [because('Nights', 'window')], 'In the window “Nights”.'],
    ['outside-windows', [], 'Outside every window that is about it.'],
    ['maintenance', [because('Disks', 'maintenance')], 'Maintenance “Disks”, until Mon 4 Jan 2027, 08:00 CET.'],
    [
      'frozen',
      [because('Year end'), because('Stocktaking', 'freeze', end - 3_600_000)],
      'Frozen by “Year end” and “Stocktaking”, until Mon 4 Jan 2027, 08:00 CET.',
    ],
    [
      'frozen',
      ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => because(name)),
      'Frozen by “a”, “b”, “c”, “d” and 2 more, until Mon 4 Jan 2027, 08:00 CET.',
    ],
    [
      'overridden',
      [because('Year end', 'freeze', end, override), because('Nights', 'window')],
      'An override lets it through “Year end”: approved by Grace, recorded by Ada, who asked for it.',
    ],
  ])('says why it is %s', (state, rules, words) => {
    expect(becauseWords(segment(state, rules), zone)).toBe(words);
  });

  it('puts places that are judged alike together, those that are not legal first', () => {
    const [open, frozen] = [segment('open', []), segment('frozen', [because('Year end')])];
    const places = ['a', 'b', 'c'].map((tenant) => ({ ...ANYWHERE, tenant }));
    const verdicts = places.map((target, at) => ({ target, legal: at !== 1, segments: [at === 1 ? frozen : open] }));

    const judged = judgedAlike(verdicts, NO_NAMES);

    expect(judged.map(({ legal, places: names }) => [legal, names])).toEqual([
      [false, ['for b']],
      [true, ['for a', 'for c']],
    ]);
  });

  it('names the first few of many places', () => {
    expect(placesText(['a', 'b', 'c'])).toBe('a; b; c');
    expect(placesText(['a', 'b', 'c', 'd', 'e'])).toBe('a; b; c; and 2 more');
  });
});
