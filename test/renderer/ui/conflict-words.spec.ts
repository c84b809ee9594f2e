import { describe, expect, it } from 'vitest';
import {
  bookingsText,
  costParts,
  effectText,
  filterConflicts,
  marksOf,
  moreSidesText,
  partWaived,
  relationText,
  sidesText,
  spanText,
  worstOf,
} from '../../../renderer/ui/conflict-words.ts';
import { aConflict, aFreeze, aSide, counting, waived } from '../../support/some-conflict.ts';
import { anInstant, aZone } from '../../support/times.ts';

const berlin = aZone('Europe/Berlin');

describe('renderer/ui/conflict-words', () => {
  it.each([
    ['2026-12-01T12:00Z', '2026-12-01T19:00Z', 'Tue 1 Dec 2026, 13:00 to 20:00 CET'],
    ['2026-12-01T22:30Z', '2026-12-01T23:30Z', 'Tue 1 Dec 2026, 23:30 to Wed 2 Dec 2026, 00:30 CET'],
    ['2026-12-01T12:00Z', '2026-12-01T12:00Z', 'Tue 1 Dec 2026, 13:00 CET'],
  ])('tells a span from %s to %s in a zone', (start, end, text) => {
    expect(spanText({ start: anInstant(start), end: anInstant(end) }, berlin)).toBe(text);
  });

  it.each([
    [{ possible: 2, moved: 0 }, null],
    [{ possible: 1, moved: 1 }, 'Takes its booking along.'],
    [{ possible: 2, moved: 2 }, 'Takes its 2 bookings along.'],
  ])('says that a release takes bookings along: %o', (bookings, text) => {
    expect(bookingsText(bookings)).toBe(text);
  });

  it('names two sides, and of a crowd the first and how many others', () => {
    const pair = aConflict('a');
    const crowd = aConflict('b', { sideCount: 12 });
    const endless = aConflict('c', { sideCount: 1_000, atLeast: true });
    const alone = aConflict('d', { sides: [aSide('scope', 'three items')], sideCount: 1 });

    expect([pair, crowd, endless, alone].map(sidesText)).toEqual([
      'booking-1 and booking-2',
      'booking-1 and 11 others',
      'booking-1 and at least 999 others',
      'three items',
    ]);
    expect([pair, crowd, endless].map(moreSidesText)).toEqual([null, 'and 10 more', 'and at least 998 more']);
  });

  it('says how sides meet only where that is indirect', () => {
    expect(relationText({ relation: 'same' })).toBeNull();
    expect(relationText({ relation: 'parent' })).toContain('that the first stands on');
    expect(relationText({ relation: 'child' })).toContain('that stands on the first');
  });

  it.each([
    [{ days: 0, people: 0, items: 1 }, ['moves nothing in time', 'nobody affected', '1 thing changes']],
    [{ days: 4 / 24, people: 1, items: 2 }, ['moves 4 h', '1 person affected', '2 things change']],
    [{ days: 3, people: 7, items: 9 }, ['moves 3 days', '7 people affected', '9 things change']],
  ])('tells the cost %j part by part', (cost, parts) => {
    expect(costParts(cost)).toEqual(parts);
  });

  it('tells what a move would do, what is quoted behind its own count', () => {
    const clash = aConflict('a');
    const freeze = aFreeze('b', { rule: 'Nothing is deployed then.' });

    expect(effectText({ added: [], removed: [] })).toBeNull();
    expect(effectText({ added: [freeze, clash], removed: [clash] })).toBe(
      'Resolves 1 conflict and makes 2 conflicts, the first: Nothing is deployed then.',
    );
    expect(effectText({ added: [freeze], removed: [] })).toBe('Makes 1 conflict: Nothing is deployed then.');
    expect(effectText({ added: [], removed: [freeze, clash] })).toBe(
      'Resolves 2 conflicts, the first: Nothing is deployed then.',
    );
    expect(effectText({ added: [], removed: [clash] })).toBe(
      'Resolves 1 conflict: “staging” takes one booking at a time.',
    );
  });

  it('marks each thing by the worst conflict that counts', () => {
    const minor = counting(aConflict('a', { severity: 'minor' }));
    const serious = counting(
      aFreeze('b', { severity: 'serious', sides: [aSide('booking', 'booking-2'), aSide('rule', 'rule-1')] }),
    );
    const all = [minor, serious, waived(aConflict('c', { sides: [aSide('booking', 'booking-9')], sideCount: 1 }))];

    expect([...marksOf(all)]).toEqual([
      ['booking-1', 'minor'],
      ['booking-2', 'serious'],
      ['rule-1', 'serious'],
    ]);
    expect(worstOf(all)).toBe('serious');
    expect(worstOf([waived(aConflict('c'))])).toBeNull();
  });

  it('parts waived ones and keeps the order; filters by kind and severity', () => {
    const [one, two, three] = [
      counting(aConflict('a')),
      waived(aFreeze('b')),
      counting(aFreeze('c', { severity: 'minor' })),
    ];

    expect(partWaived([one, two, three])).toEqual({ open: [one, three], waived: [two] });
    expect(filterConflicts([one, two, three], {})).toEqual([one, two, three]);
    expect(filterConflicts([one, two, three], { conflictKind: 'release-in-freeze' })).toEqual([two, three]);
    expect(filterConflicts([one, two, three], { conflictKind: 'release-in-freeze', severity: 'minor' })).toEqual([
      three,
    ]);
  });
});
