import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLatest } from '../../../../../renderer/features/calendar/conflicts/latest.ts';

/** A question that is answered when the test says so. */
function slowQuestion() {
  const open: { readonly wish: number; readonly answer: (ok: boolean) => Promise<void> }[] = [];
  const asked: number[] = [];
  const told: (readonly [number, string | null])[] = [];
  const latest = createLatest(
    (wish: number) => {
      asked.push(wish);
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      open.push({
        wish,
        answer: async (ok) => {
          if (ok) resolve(`answer ${wish}`);
          else reject(new Error('no line'));
          await promise.catch(() => undefined);
          await Promise.resolve();
          await Promise.resolve();
        },
      });
      return promise;
    },
    (wish, answer) => told.push([wish, answer]),
  );
  return { latest, asked, told, answer: async (ok = true) => open.shift()?.answer(ok) };
}

describe('renderer/features/calendar/conflicts/latest', () => {
  it('asks one question at a time, and skips what was wished for in between', async () => {
    const { latest, asked, told, answer } = slowQuestion();

    for (const wish of [1, 2, 3]) latest.want(wish);
    const first = [...asked];
    await answer();
    const second = [...asked];
    await answer();

    expect([first, second]).toEqual([[1], [1, 3]]);
    expect(told).toEqual([
      [1, 'answer 1'],
      [3, 'answer 3'],
    ]);
  });

  it('tells nothing of what was dropped, and answers what is wished for afterwards', async () => {
    const { latest, asked, told, answer } = slowQuestion();

    latest.want(1);
    latest.drop();
    latest.want(2);
    await answer();
    await answer();

    expect(asked).toEqual([1, 2]);
    expect(told).toEqual([[2, 'answer 2']]);
  });

  it('tells a question that failed as null, and goes on', async () => {
    const { latest, told, answer } = slowQuestion();

    latest.want(1);
    latest.want(2);
    await answer(false);
    await answer();

    expect(told).toEqual([
      [1, null],
      [2, 'answer 2'],
    ]);
  });

  it('ends with the answer to the newest wish, however wishes and answers come', async () => {
    const step = fc.oneof(fc.record({ want: fc.nat(9) }), fc.constant('answer' as const));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        const { latest, asked, told, answer } = slowQuestion();
        const wishes: number[] = [];
        let answered = 0;
        for (const each of steps) {
          if (each !== 'answer') {
            wishes.push(each.want);
            latest.want(each.want);
          } else if (asked.length > answered) {
            answered += 1;
            await answer();
          }
          expect(asked.length - answered).toBeLessThanOrEqual(1);
        }
        while (asked.length > answered) {
          answered += 1;
          await answer();
        }
        expect(told.at(-1)?.[0]).toBe(wishes.at(-1));
      }),
    );
  });
});
