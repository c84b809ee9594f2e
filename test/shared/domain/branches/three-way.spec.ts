import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeDecision, type Sides } from '../../../../shared/domain/branches/three-way.ts';

type Image = Readonly<Record<string, unknown>>;
/** At the fork, in the plan, in the branch. */
type Sides3 = readonly [base: Image | null, plan: Image | null, branch: Image | null];

const release: Image = { id: 'r', name: 'R', day: '2026-12-01', departureTime: '20:00', departsAt: 1, notes: '' };
const moved: Image = { ...release, day: '2026-12-02', departsAt: 2 };
const noted: Image = { ...release, notes: 'Mind the bank holiday' };

function merge(base: Image | null, plan: Image | null, branch: Image | null) {
  return mergeDecision({ kind: 'release', id: 'r', base, plan, branch } satisfies Sides);
}

describe('shared/domain/branches/three-way', () => {
  it.each<[string, Sides3, string, string, Image | null]>([
    ['only the branch changed it', [release, release, moved], 'change', 'clean', moved],
    ['both changed different fields', [release, noted, moved], 'change', 'joined', { ...moved, notes: noted.notes }],
    ['both changed the same field to the same', [release, moved, moved], 'change', 'joined', moved],
    ['the branch added it', [null, null, release], 'add', 'clean', release],
    ['the branch removed it', [release, release, null], 'remove', 'clean', null],
    ['both removed it', [release, null, null], 'remove', 'clean', null],
    ['the branch removed what the plan changed', [release, noted, null], 'remove', 'clash', null],
    ['the plan removed what the branch changed', [release, null, moved], 'change', 'clash', moved],
    ['both added another under one id', [null, noted, release], 'add', 'clash', release],
  ])('%s', (_name, [base, plan, branch], action, state, result) => {
    expect(merge(base, plan, branch)).toMatchObject({ action, state, result });
  });

  it('clashes where both changed the same field, and shows all three sides', () => {
    const other = { ...release, day: '2026-12-09', departsAt: 9 };

    expect(merge(release, other, moved)?.clashing).toEqual([
      {
        fields: ['day', 'departureTime', 'zone', 'departsAt'],
        base: { day: '2026-12-01', departureTime: '20:00', departsAt: 1 },
        plan: { day: '2026-12-09', departureTime: '20:00', departsAt: 9 },
        branch: { day: '2026-12-02', departureTime: '20:00', departsAt: 2 },
      },
    ]);
  });

  it('never takes half of what belongs together: a later hour there, another day here', () => {
    const later = { ...release, departureTime: '22:00', departsAt: 3 };

    expect(merge(release, later, moved)).toMatchObject({ state: 'clash', result: moved });
  });

  it('says nothing of what the branch left alone', () => {
    expect(merge(release, moved, { ...release })).toBeNull();
    expect(merge(null, release, null)).toBeNull();
  });

  it('keeps the text of what was read, whatever the order of its fields', () => {
    const turned = Object.fromEntries(Object.entries({ ...release, stages: [{ a: 1, b: [2] }] }).toReversed());

    expect(merge({ ...release, stages: [{ a: 1, b: [2] }] }, release, turned)).toBeNull();
  });

  const image = fc.record({ a: fc.integer({ min: 0, max: 2 }), b: fc.integer({ min: 0, max: 2 }) });

  it('does field by field what a reader would do by hand', () => {
    fc.assert(
      fc.property(image, image, image, (base, plan, branch) => {
        const item = merge(base, plan, branch);
        if (item === null) {
          expect(branch).toEqual(base);
          return;
        }
        for (const field of ['a', 'b'] as const) {
          const byHand = branch[field] === base[field] ? plan[field] : branch[field];
          expect(item.result?.[field]).toBe(byHand);
        }
        const clashes = (['a', 'b'] as const).filter(
          (field) => branch[field] !== base[field] && plan[field] !== base[field] && plan[field] !== branch[field],
        );
        expect(item.clashing.flatMap(({ fields }) => fields)).toEqual(clashes);
        expect(item.state === 'clash').toBe(clashes.length > 0);
      }),
    );
  });

  it('merging a branch into an untouched plan gives the branch; merging twice changes nothing more', () => {
    fc.assert(
      fc.property(image, image, (base, branch) => {
        const item = merge(base, base, branch);
        if (item === null) return;

        expect(item.result).toEqual(branch);
        expect(merge(base, branch, branch)?.result).toEqual(branch);
      }),
    );
  });
});
