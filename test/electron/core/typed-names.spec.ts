import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assertNamesInOneLine } from '../../../electron/core/typed-names.ts';
import { type TestCore, testCore } from '../../support/core.ts';
import { biweeklyPlan, jiraPlan } from '../../support/plans.ts';

describe('electron/core/typed-names', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  it.each(['a\nb', 'a\tb', 'a\u0007b', 'a\u009bb', 'a\u2028b', 'a\u0000b'])(
    'refuses %j as a name, and names the field',
    (name) => {
      expect(() => assertNamesInOneLine({ plan: { stages: [{ name: 'fine' }, { name }] } })).toThrow(
        expect.objectContaining({ code: 'BAD_INPUT', where: 'plan.stages.1.name' }),
      );
    },
  );

  it.each([
    { name: 'Zahlungen – größer, 支払い, שלום' },
    { name: '  pasted with a line end\n' },
    { reason: 'two\nlines', notes: 'a\tb' },
    { name: null, owner: undefined },
    null,
    'a\nb',
  ])('takes %j', (input) => {
    expect(() => assertNamesInOneLine(input)).not.toThrow();
  });

  it('refuses a connection, a train and a line written by hand whose name has two lines', async () => {
    const { client } = test;
    const trainId = (await client.trains.create(biweeklyPlan())).id;
    const release = await client.releases.add({ trainId, name: 'R1', day: '2026-12-10' as never });

    const refused = await Promise.allSettled([
      client.connections.add(jiraPlan({ name: 'Ji\nra' })),
      client.trains.create({ ...biweeklyPlan(), name: 'Pay\nments' }),
      client.releases.board({ releaseId: release.id, workItemIds: [], written: 'one\ntwo', reason: '' }),
    ]);

    for (const one of refused) expect(one).toMatchObject({ status: 'rejected', reason: { code: 'BAD_INPUT' } });
  });

  it('keeps the direction of a name out of the journal’s sentence', async () => {
    const { summary } = await test.client.trains.create({ ...biweeklyPlan(), name: 'Pay\u202ements' });

    const { rows } = await test.client.journal.list({});

    expect([summary, rows[0]?.summary]).toEqual(['Created train “Payments”', 'Created train “Payments”']);
    expect((await test.client.trains.list({}))[0]?.train.name).toBe('Pay\u202ements');
    expect((await test.client.audit.verify({})).ok).toBe(true);
  });
});
