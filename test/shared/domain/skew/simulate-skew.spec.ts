import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inPlannedOrder } from '../../../../shared/domain/skew/chains.ts';
import { simulateSkew } from '../../../../shared/domain/skew/simulate-skew.ts';
import { Zone } from '../../../../shared/model/time.ts';
import { aStep, aVersion, bruteForce, plannedService, randomSkew, type SkewCase } from '../../../support/skew.ts';

const zone = Zone.parse('UTC');

function simulate(skew: SkewCase, limit?: number) {
  const { planned, order, steps, unsaid } = simulateSkew({ ...skew, zone }, limit);
  const titles = order.steps.map((at) => steps[at]?.title);
  return { planned, order, titles, unsaid, texts: planned.bad.map(({ pair }) => pair.text) };
}

describe('shared/domain/skew/simulate-skew', () => {
  it('lets what adds go first: the plan has the consumer before what it needs', () => {
    const found = simulate({
      services: [plannedService('web', aVersion('4.1.0')), plannedService('api', aVersion('3.0.2'))],
      steps: [
        aStep('web', aVersion('4.2.0', { api: '>=3.1' }), [9, 10, 'Shop 7']),
        aStep('api', aVersion('3.1.0'), [19, 20, 'Core 2']),
      ],
    });

    expect(found.texts).toEqual([
      'web 4.2.0 needs api >=3.1, which is still 3.0.2 until Core 2 is out (Tue 5 Jan 2027, 20:00 UTC)',
    ]);
    expect(found.planned.bad[0]).toMatchObject({
      from: Date.UTC(2027, 0, 5, 9),
      until: Date.UTC(2027, 0, 5, 20),
      already: false,
    });
    expect(found.order.result).toBe('safe');
    expect(found.titles).toEqual(['Core 2', 'Shop 7']);
    expect(found.order.waits).toEqual([{ first: 1, second: 0, planned: 'reversed' }]);
  });

  it('lets what takes away go last: the old consumer must be gone first', () => {
    const old = aVersion('4.1.0', { api: '<4' });
    const found = simulate({
      services: [plannedService('web', old), plannedService('api', aVersion('3.1.0'))],
      steps: [aStep('api', aVersion('4.0.0'), [9, 10, 'Core 3']), aStep('web', aVersion('4.2.0'), [19, 20, 'Shop 8'])],
    });

    expect(found.texts).toEqual(['web 4.1.0 needs api <4, which is 4.0.0 from Core 3 on (Tue 5 Jan 2027, 09:00 UTC)']);
    expect(found.titles).toEqual(['Shop 8', 'Core 3']);
  });

  it('leaves a plan as it is that is safe, and says what it rests on', () => {
    const found = simulate({
      services: [plannedService('web', aVersion('4.1.0')), plannedService('api', aVersion('3.0.2'))],
      steps: [
        aStep('api', aVersion('3.1.0'), [9, 10, 'Core 2']),
        aStep('web', aVersion('4.2.0', { api: '>=3.1' }), [10, 11, 'Shop 7']),
      ],
    });

    expect(found.planned.bad).toEqual([]);
    expect(found.order).toEqual({
      result: 'as-planned',
      steps: [0, 1],
      waits: [{ first: 0, second: 1, planned: 'kept' }],
      bad: [],
      statesSearched: 0,
    });
  });

  it('does not take for granted that one release brings both at once, nor that one of two that overlap is first', () => {
    const services = [plannedService('web', aVersion('4.1.0')), plannedService('api', aVersion('3.0.2'))];
    const web = aVersion('4.2.0', { api: '>=3.1' });
    const together = [aStep('web', web, [9, 10, 'Core 2']), aStep('api', aVersion('3.1.0'), [9, 10, 'Core 2'])];
    const overlapping = [aStep('api', aVersion('3.1.0'), [8, 10, 'Core 2']), aStep('web', web, [9, 11, 'Shop 7'])];

    expect(simulate({ services, steps: together }).order).toMatchObject({
      result: 'safe',
      steps: [1, 0],
      waits: [{ first: 1, second: 0, planned: 'open' }],
    });
    expect(simulate({ services, steps: overlapping }).order).toMatchObject({
      result: 'safe',
      steps: [0, 1],
      waits: [{ first: 0, second: 1, planned: 'open' }],
    });
  });

  it('holds where each needs the other to be there first, and names the pair to widen', () => {
    const found = simulate({
      services: [plannedService('a', aVersion('1.0.0')), plannedService('b', aVersion('1.0.0'))],
      steps: [
        aStep('a', aVersion('2.0.0', { b: '>=2' }), [1, 2, 'A 2']),
        aStep('b', aVersion('2.0.0', { a: '>=2' }), [3, 4, 'B 2']),
      ],
    });

    expect(found.order.result).toBe('hold');
    expect(found.order.bad.map(({ text }) => text)).toEqual(['a 2.0.0 needs b >=2, not 1.0.0']);
    expect(found.titles).toEqual(['A 2', 'B 2']);
  });

  it('orders three trains that wait for one another in a chain, and leaves alone what waits for nothing', () => {
    const found = simulate({
      services: ['shop', 'api', 'db', 'mail'].map((id) => plannedService(id, aVersion('1.0.0'))),
      steps: [
        aStep('mail', aVersion('2.0.0'), [1, 2, 'mail']),
        aStep('shop', aVersion('2.0.0', { api: '^2' }), [3, 4, 'shop']),
        aStep('api', aVersion('2.0.0', { db: '^2' }), [5, 6, 'api']),
        aStep('db', aVersion('2.0.0'), [7, 8, 'db']),
      ],
    });

    expect(found.titles).toEqual(['mail', 'db', 'api', 'shop']);
    expect(found.order.waits).toEqual([
      { first: 2, second: 1, planned: 'reversed' },
      { first: 3, second: 2, planned: 'reversed' },
    ]);
  });

  it('goes through two releases of one service in their order: between them it fits, before and after not', () => {
    const found = simulate({
      services: [plannedService('web', aVersion('1.0.0')), plannedService('api', aVersion('1.0.0'))],
      steps: [
        aStep('api', aVersion('2.0.0'), [1, 2, 'api 2']),
        aStep('api', aVersion('3.0.0'), [3, 4, 'api 3']),
        aStep('web', aVersion('2.0.0', { api: '2.x' }), [5, 6, 'web 2']),
        aStep('web', aVersion('3.0.0'), [7, 8, 'web 3']),
      ],
    });

    expect(found.texts).toEqual(['web 2.0.0 needs api 2.x, which is still 3.0.0 then']);
    expect(found.titles).toEqual(['api 2', 'web 2', 'web 3', 'api 3']);
  });

  it('takes a pre-release for what comes before its version', () => {
    const steps = [aStep('web', aVersion('2.0.0', { api: '>=3.1.0' }), [1, 2])];
    const services = (now: string) => [plannedService('web', null), plannedService('api', aVersion(now))];

    expect(simulate({ services: services('3.1.0-rc.1'), steps }).order.result).toBe('hold');
    expect(simulate({ services: services('3.2.0-rc.1'), steps }).order.result).toBe('as-planned');
  });

  it('lets what is not known work with anything, and counts it', () => {
    const found = simulate({
      services: [
        plannedService('web', aVersion('1.0.0'), ['api']),
        plannedService('api', null),
        plannedService('mail', aVersion('1.0.0')),
      ],
      steps: [aStep('web', aVersion('2.0.0', { api: '>=3.1' }), [1, 2])],
    });

    expect(found.order.result).toBe('as-planned');
    // web 1.0.0 says nothing of api, and what web 2.0.0 says cannot be compared; of mail nobody asks.
    expect(found.unsaid).toEqual([{ serviceIds: ['web', 'api'], pairs: 2, unread: 1 }]);
  });

  it('says what does not fit already, and holds nobody up for it', () => {
    const found = simulate({
      services: [plannedService('web', aVersion('1.0.0', { api: '^2' })), plannedService('api', aVersion('1.0.0'))],
      steps: [aStep('api', aVersion('2.0.0'), [1, 2, 'api 2'])],
    });

    expect(found.planned.bad).toMatchObject([{ already: true, from: null, until: Date.UTC(2027, 0, 5, 2) }]);
    expect(found.texts).toEqual([
      'web 1.0.0 needs api ^2, which is still 1.0.0 until api 2 is out (Tue 5 Jan 2027, 02:00 UTC)',
    ]);
    expect(found.order.result).toBe('as-planned');
  });

  it('says so where it did not search to the end, instead of holding', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const skew = {
      services: ids.map((id) => plannedService(id, aVersion('1.0.0'))),
      // Each needs the next one of the ring to be first: no two of them show that this cannot be.
      steps: ids.map((id, at) => {
        const next = ids[(at + 1) % ids.length] ?? '';
        return aStep(id, aVersion('2.0.0', { [next]: '>=2' }), [at, at + 1]);
      }),
    };

    expect(simulate(skew, 5).order).toMatchObject({ result: 'unsearched', steps: [], bad: [], statesSearched: 5 });
    expect(simulate(skew).order.result).toBe('hold');
  });

  it('holds all the same where two services alone have no safe order, though the rest was not searched', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
    const steps = ids.map((id, at) => {
      const next = ids[(at + 1) % ids.length] ?? '';
      return aStep(id, aVersion('2.0.0', { [next]: '>=2', ...(id === 'b' && { a: '>=2' }) }), [at, at + 1]);
    });
    const { order } = simulate({ services: ids.map((id) => plannedService(id, aVersion('1.0.0'))), steps }, 3);

    expect(order).toMatchObject({ result: 'hold', steps: [], statesSearched: 3 });
    expect(order.bad.map(({ text }) => text)).toEqual(['a 2.0.0 needs b >=2, not 1.0.0']);
  });

  it('finds what going through every order finds: the pairs of the plan, whether a safe order exists, the least cost', () => {
    fc.assert(
      fc.property(randomSkew, ({ services, steps }) => {
        const skew = { services, steps: inPlannedOrder(steps) };
        const { planned, order } = simulateSkew({ ...skew, zone });
        const brute = bruteForce(skew);
        const keyOf = (side: { serviceId: string; step: number | null }) => `${side.serviceId}:${side.step ?? 'now'}`;
        const met = new Set(planned.bad.map(({ pair }) => `${keyOf(pair.one)} ${keyOf(pair.other)}`));

        expect(met).toEqual(new Set(brute.planned));
        expect(order.bad).toHaveLength(brute.least);
        expect(brute.met(order.steps)).toBe(brute.least);
        expect(order.result === 'hold').toBe(brute.least > 0);
        if (planned.bad.every(({ already }) => already)) expect(order.steps).toEqual([...skew.steps.keys()]);
      }),
      { numRuns: 400 },
    );
  });
});
