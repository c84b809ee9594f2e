import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertNotMoved, mergedOver } from '../../../../electron/core/services/changed-meanwhile.ts';

const base = { name: 'Payments', releaseName: '{week}', stages: [1, 2], notes: '' };
const THING = 'train “Payments”';

function refusalOf(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return 'it worked';
}

describe('electron/core/services/changed-meanwhile', () => {
  it('keeps what others changed in fields that were not touched', () => {
    const now = { ...base, notes: 'Ask Ada first' };

    expect(mergedOver(now, { wanted: { ...base, name: 'Cards' }, base }, THING)).toEqual({
      ...base,
      name: 'Cards',
      notes: 'Ask Ada first',
    });
  });

  it.each([
    ['a word', { notes: 'Ask Ada first' }, { notes: 'Ask Ben first' }, 'notes', 'The notes of train “Payments” were'],
    ['a list', { stages: [1, 2, 3] }, { stages: [2] }, 'stages', 'The stages of train “Payments” were'],
    [
      'several',
      { name: 'A', releaseName: 'A', notes: 'A' },
      { name: 'B', releaseName: 'B', notes: 'B' },
      'name',
      'The name, release name and the notes of train “Payments” were',
    ],
    ['one thing', { name: 'A' }, { name: 'B' }, 'name', 'The name of train “Payments” was'],
  ])('refuses %s that both changed', (_what, theirs, mine, where, said) => {
    const merge = () => mergedOver({ ...base, ...theirs }, { wanted: { ...base, ...mine }, base }, THING);

    expect(refusalOf(merge)).toMatchObject({
      code: 'CONFLICT',
      where,
      message: `${said} changed meanwhile, by somebody else or in another window.`,
    });
  });

  it('has nothing against both wanting the same', () => {
    const now = { ...base, notes: 'Ask Ada first' };

    expect(mergedOver(now, { wanted: { ...base, notes: 'Ask Ada first' }, base }, THING)).toEqual(now);
  });

  it('takes the last word where nobody says what it was based on', () => {
    const now = { ...base, notes: 'Ask Ada first' };

    expect(mergedOver(now, { wanted: { notes: 'Ask Ben' }, base: undefined }, THING).notes).toBe('Ask Ben');
    expect(mergedOver(now, { wanted: { notes: 'Ask Ben' }, base: { name: 'Old' } }, THING).notes).toBe('Ask Ben');
  });

  it('leaves what is not wanted, and what only the thing itself has', () => {
    const now = { ...base, id: 'train-1', archived: true };

    expect(mergedOver<object>(now, { wanted: { name: undefined, notes: 'New' }, base: { notes: '' } }, THING)).toEqual({
      ...now,
      notes: 'New',
    });
  });

  it('never loses a change: each field is the one that was changed, or it is refused', () => {
    const value = fc.integer({ min: 0, max: 2 });
    const plan = fc.record({ a: value, b: value, c: value });
    fc.assert(
      fc.property(plan, plan, plan, (before, theirs, mine) => {
        const fields = ['a', 'b', 'c'] as const;
        const clash = fields.some(
          (field) => theirs[field] !== before[field] && mine[field] !== before[field] && theirs[field] !== mine[field],
        );
        const merged = refusalOf(() => {
          const result = mergedOver(theirs, { wanted: mine, base: before }, THING);
          for (const field of fields) {
            const expected = mine[field] === before[field] ? theirs[field] : mine[field];
            expect(result[field]).toBe(expected);
          }
        });
        expect(merged === 'it worked').toBe(!clash);
      }),
    );
  });

  it('refuses to move what was moved since', () => {
    const now = { departsAt: 20 };

    expect(refusalOf(() => assertNotMoved(now, { departsAt: 20 }, 'Release “A”', '2026-11-24'))).toBe('it worked');
    expect(refusalOf(() => assertNotMoved(now, undefined, 'Release “A”', '2026-11-24'))).toBe('it worked');
    expect(refusalOf(() => assertNotMoved(now, { departsAt: 10 }, 'Release “A”', '2026-11-24'))).toMatchObject({
      code: 'CONFLICT',
      message: 'Release “A” was moved meanwhile: it is at 2026-11-24 now.',
    });
  });
});
