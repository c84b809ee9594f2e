import { describe, expect, it } from 'vitest';
import {
  conflictAt,
  itemOfSide,
  marksOn,
  pointersAgainst,
  pointersTo,
  spanOfSides,
} from '../../../../../renderer/features/calendar/conflicts/targets.ts';
import { ruleItemId } from '../../../../../renderer/features/calendar/timeline/marks.ts';
import type { TimelineModel } from '../../../../../renderer/features/calendar/timeline/model.ts';
import { aConflict, aFreeze, aSide, counting, waived } from '../../../../support/some-conflict.ts';

const EARLY = ruleItemId('schedule-rule-1', '2026-12-01');
const LATE = ruleItemId('schedule-rule-1', '2026-12-08');

/** A timeline of a release, a booking and two times of a freeze. */
const items = [
  { id: 'release-1', start: 50 },
  { id: 'booking-1', start: 0 },
  { id: EARLY, start: -500 },
  { id: LATE, start: 0 },
];
const model = {
  byId: new Map(items.map((item) => [item.id, item])),
  lanes: [{ items }],
} as never as TimelineModel; // only ids and starts are looked at

const frozen = aFreeze('f');

describe('renderer/features/calendar/conflicts/targets', () => {
  it('finds the item of a side: its own, the time of a rule that is meant, or its release', () => {
    const side = (kind: string, id: string, fields = {}) =>
      itemOfSide(model, aConflict('x', { sides: [aSide(kind, id, fields)], sideCount: 1 }).sides[0] as never);

    expect(side('booking', 'booking-1')).toBe('booking-1');
    expect(side('rule', 'schedule-rule-1')).toBe(LATE);
    expect(side('rule', 'schedule-rule-1', { span: { start: 7, end: 9 } })).toBeNull();
    expect(side('buffer', 'buffer', { releaseId: 'release-1' })).toBe('release-1');
    expect(side('booking', 'booking-2', { releaseId: 'release-1' })).toBeNull();
  });

  it('points at the sides by their numbers, the one that is looked at strongly', () => {
    expect(pointersTo(model, frozen, 1)).toEqual([
      { label: '1', id: 'release-1', span: { start: 0, end: 100 }, strong: false },
      { label: '2', id: LATE, span: { start: 0, end: 100 }, strong: true },
    ]);
    const crowd = aConflict('c', {
      sides: Array.from({ length: 11 }, (_, at) => aSide('booking', `b${at}`)),
      sideCount: 40,
    });
    expect(pointersTo(model, crowd, null)).toHaveLength(6);
  });

  it('points while something is moved at what it would clash with, not at itself', () => {
    expect(pointersAgainst(model, [frozen], 'release-1').map(({ label, id }) => [label, id])).toEqual([['!', LATE]]);
    expect(pointersAgainst(model, [], 'release-1')).toEqual([]);
  });

  it('spans both sides', () => {
    const sides = [
      aSide('booking', 'a', { span: { start: 5, end: 9 } }),
      aSide('booking', 'b', { span: { start: 1, end: 6 } }),
    ];

    expect(spanOfSides(aConflict('x', { sides }))).toEqual({ start: 1, end: 9 });
  });

  it('marks the time of a rule that is in conflict, and nothing that is waived', () => {
    expect([...marksOn(model, [counting(frozen)]).keys()].toSorted()).toEqual(
      ['release-1', 'schedule-rule-1', LATE].toSorted(),
    );
    expect(marksOn(model, [waived(frozen)]).size).toBe(0);
    const early = aFreeze('e', {
      sides: [aSide('rule', 'schedule-rule-1', { span: { start: -500, end: -400 } })],
      sideCount: 1,
    });
    expect(marksOn(model, [counting(frozen), waived(early)]).has(EARLY)).toBe(false);
  });

  it('finds the conflict of an item, one that counts before one that is waived', () => {
    const all = [waived(aFreeze('w')), counting(frozen)];

    expect(conflictAt(all, { id: 'release-1', start: 50 })?.conflict.key).toBe('f');
    expect(conflictAt(all, { id: LATE, start: 0 })?.conflict.key).toBe('f');
    expect(conflictAt(all.slice(0, 1), { id: 'release-1', start: 50 })?.conflict.key).toBe('w');
    expect(conflictAt(all, { id: EARLY, start: -500 })).toBeNull();
  });
});
