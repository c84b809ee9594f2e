import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MergeMade, mergeBaseOf } from '../../../../shared/domain/branches/merge-base.ts';
import { mergeDecision } from '../../../../shared/domain/branches/three-way.ts';

const FORK = 7;
const X = 'service:x';

/** A merge at an entry of the plan, when the branch had come to one of its own. */
function merged(seq: number, branchSeq: number, parts: Partial<MergeMade> = {}): MergeMade {
  return { seq, branchSeq, takenBackAt: null, changed: new Set(), kept: new Set(), ...parts };
}

const its = new Set([X]);

describe('shared/domain/branches/merge-base', () => {
  it.each<[string, readonly MergeMade[], number, number?]>([
    ['nothing was merged: the fork', [], FORK],
    ['it was merged', [merged(20, 9, { changed: its })], 9],
    ['another decision was merged: both had come to the same', [merged(20, 9)], 9],
    ['merged twice', [merged(20, 9, { changed: its }), merged(22, 12, { changed: its })], 12],
    ['the merge was taken back', [merged(20, 9, { changed: its, takenBackAt: 21 })], FORK],
    ['merged again after that', [merged(20, 9, { changed: its, takenBackAt: 21 }), merged(22, 12)], 12],
    ['taken back after another merge', [merged(20, 9, { changed: its, takenBackAt: 23 }), merged(22, 12)], FORK],
    ['a merge of something else was taken back', [merged(20, 9, { takenBackAt: 23 }), merged(22, 12)], 12],
    ['it was left to the plan', [merged(20, 9, { kept: its })], FORK, 20],
    ['it was left to the plan, and not decided since', [merged(20, 9, { kept: its }), merged(22, 12)], FORK, 20],
    ['left to the plan twice', [merged(20, 9, { kept: its }), merged(22, 12, { kept: its })], FORK, 20],
    ['left to the plan, and taken since', [merged(20, 9, { kept: its }), merged(22, 12, { changed: its })], 12],
  ])('%s', (_name, merges, seq, leftAt) => {
    expect(mergeBaseOf(X, FORK, merges)).toEqual({ seq, leftAt: leftAt ?? null });
  });

  interface Image {
    readonly a: number;
    readonly b: number;
  }
  const FIELDS = ['a', 'b'] as const;
  const value = fc.integer({ min: 0, max: 2 });
  const side = { field: fc.constantFrom(...FIELDS), value };
  const event = fc.oneof(
    fc.record({ who: fc.constant('plan' as const), ...side }),
    fc.record({ who: fc.constant('branch' as const), ...side }),
    fc.record({ who: fc.constant('merge' as const) }),
    fc.record({ who: fc.constant('undo' as const) }),
  );

  it('keeps to what both agreed on last, field by field, through any history of decisions, merges and undone merges', () => {
    fc.assert(
      fc.property(fc.record({ a: value, b: value }), fc.array(event, { maxLength: 14 }), (fork, events) => {
        const images: Image[] = [fork];
        const merges: MergeMade[] = [];
        const done: { readonly at: number; readonly plan: Image; readonly result: Image; readonly agreed: Image }[] =
          [];
        let plan: Image = fork;
        // By hand: each field is agreed on at the fork, and again at each merge.
        let agreed: Image = fork;
        events.forEach((happened, seq) => {
          const there = images.at(-1) ?? fork;
          if (happened.who === 'plan') plan = { ...plan, [happened.field]: happened.value };
          else if (happened.who === 'branch') images.push({ ...there, [happened.field]: happened.value });
          else if (happened.who === 'undo') {
            const last = done.at(-1);
            if (last === undefined || last.result !== plan) return;
            done.pop();
            merges[last.at] = { ...(merges[last.at] ?? expect.fail('no merge')), takenBackAt: seq };
            ({ plan, agreed } = last);
          } else {
            const base = images[mergeBaseOf(X, 0, merges).seq] ?? fork;
            const item = mergeDecision({
              kind: 'service',
              id: 'x',
              base: { ...base },
              plan: { ...plan },
              branch: { ...there },
            });
            const taken = FIELDS.filter((field) => there[field] !== agreed[field] && there[field] !== plan[field]);
            const result = { ...plan, ...Object.fromEntries(taken.map((field) => [field, there[field]])) };
            const clashes = taken.filter((field) => plan[field] !== agreed[field]);

            expect(item?.result ?? plan).toEqual(result);
            expect(item?.clashing.flatMap(({ fields }) => fields) ?? []).toEqual(clashes);
            const changed = new Set(taken.length > 0 ? [X] : []);
            if (changed.size > 0) done.push({ at: merges.length, plan, result, agreed });
            merges.push(merged(seq, images.length - 1, { changed }));
            if (changed.size > 0) plan = result;
            agreed = there;
          }
        });
      }),
    );
  });
});
