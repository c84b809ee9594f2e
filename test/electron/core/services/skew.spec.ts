import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ReleaseId, ServiceId, TrainId } from '../../../../shared/model/ids.ts';
import type { ServiceVersion, Version } from '../../../../shared/model/service-version.ts';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, servicePlan } from '../../../support/plans.ts';

const JANUARY = { from: day('2027-01-01'), until: day('2027-01-31') };

describe('electron/core/services/skew', () => {
  let test: TestCore;
  let web: ServiceId;
  let api: ServiceId;
  let core: TrainId;
  let shop: TrainId;

  beforeEach(async () => {
    test = await testCore();
    const added = async (name: string) => (await test.client.catalogue.addService(servicePlan({ name }))).id;
    [web, api] = [await added('web'), await added('api')];
    const train = async (name: string, service: ServiceId) =>
      (await test.client.trains.create(biweeklyPlan({ name, services: [service], zone: 'UTC', stages: [] }))).id;
    [shop, core] = [await train('Shop', web), await train('Core', api)];
  });
  afterEach(() => test.end());

  /** A release of a day, and what it brings. */
  async function release(trainId: TrainId, on: string, versions: readonly ServiceVersion[]): Promise<ReleaseId> {
    const { id } = await test.client.releases.add({ trainId, name: on, day: day(on) });
    if (versions.length > 0) await test.client.releases.setVersions({ id, versions: [...versions] });
    return id;
  }

  const webNeeds = (range: string, version = '4.2.0') => ({
    serviceId: web,
    version,
    worksWith: [{ serviceId: api, range }],
  });
  const apiIs = (version: string) => ({ serviceId: api, version, worksWith: [] });
  const runs = (id: ServiceId, version: string) =>
    test.client.catalogue.setRuns({ id, runs: { version, worksWith: [] } satisfies Version });

  it('finds what the plan lets meet, the sentence for it, and the order in which nothing does', async () => {
    await runs(api, '3.0.2');
    const first = await release(shop, '2027-01-04', [webNeeds('>=3.1')]);
    const second = await release(core, '2027-01-05', [apiIs('3.1.0')]);
    const silent = await release(core, '2027-01-19', []);
    const found = await test.client.skew.simulate(JANUARY);

    expect(found.services).toEqual([
      { serviceId: api, name: 'api', now: '3.0.2', nowBy: 'people', nowReleaseId: null },
      { serviceId: web, name: 'web', now: null, nowBy: null, nowReleaseId: null },
    ]);
    expect(found.releases.map(({ releaseId, title }) => [releaseId, title])).toEqual([
      [first, 'Shop 2027-01-04'],
      [second, 'Core 2027-01-05'],
      [silent, 'Core 2027-01-19'],
    ]);
    expect(found.steps.map(({ serviceId, version, releaseId }) => [serviceId, version, releaseId])).toEqual([
      [web, '4.2.0', first],
      [api, '3.1.0', second],
    ]);
    expect(found.planned.bad.map(({ pair }) => pair.text)).toEqual([
      'web 4.2.0 needs api >=3.1, which is still 3.0.2 until Core 2027-01-05 is out (Tue 5 Jan 2027, 22:00 UTC+01:00)',
    ]);
    expect(found.order).toMatchObject({
      result: 'safe',
      steps: [1, 0],
      waits: [{ first: 1, second: 0, planned: 'reversed' }],
      bad: [],
    });
    expect(found.withoutVersions).toEqual([silent]);
  });

  it('takes for what runs what the last departed release brought, over people’s word', async () => {
    await runs(api, '2.0.0');
    for (const [on, version] of [
      ['2026-11-02', '3.0.0'],
      ['2026-11-16', '3.1.0'],
      ['2026-11-20', null],
    ] as const) {
      const id = await release(core, on, version === null ? [] : [apiIs(version)]);
      await test.client.releases.update({ id, state: 'departed' });
    }
    await release(shop, '2027-01-04', [webNeeds('>=3.1')]);
    const found = await test.client.skew.simulate(JANUARY);

    expect(found.services.find(({ serviceId }) => serviceId === api)).toMatchObject({
      now: '3.1.0',
      nowBy: 'departed',
    });
    expect(found.releases.map(({ title }) => title)).toEqual(['Shop 2027-01-04', 'Core 2026-11-16']);
    expect(found.order.result).toBe('as-planned');
  });

  it('takes open releases before the range as done, but not what is overdue', async () => {
    const overdue = await release(core, '2026-11-20', [apiIs('2.9.0')]);
    const before = await release(core, '2026-12-08', [apiIs('3.1.0')]);
    await release(shop, '2027-01-04', [webNeeds('>=3.1')]);
    await release(shop, '2027-02-01', [webNeeds('>=9', '5.0.0')]);
    const found = await test.client.skew.simulate(JANUARY);

    expect(found.services[0]).toMatchObject({ now: '3.1.0', nowBy: 'planned', nowReleaseId: before });
    expect(found.steps.map(({ version, releaseId }) => [version, releaseId === overdue])).toEqual([
      ['2.9.0', true],
      ['4.2.0', false],
    ]);
  });

  it('takes nothing that is overdue for out', async () => {
    await runs(api, '3.0.2');
    await release(core, '2026-11-20', [apiIs('3.1.0')]);
    await release(shop, '2027-01-04', [webNeeds('>=3.1')]);

    const { planned, order } = await test.client.skew.simulate(JANUARY);

    expect(planned.bad.map(({ pair }) => pair.text)).toEqual([expect.stringContaining('web 4.2.0 needs api >=3.1')]);
    expect(order.result).toBe('safe');
  });

  it('looks at chosen releases alone, and not at those that are cancelled', async () => {
    await runs(api, '3.0.2');
    const first = await release(shop, '2027-01-04', [webNeeds('>=3.1')]);
    const second = await release(core, '2027-01-05', [apiIs('3.1.0')]);
    const alone = await test.client.skew.simulate({ ...JANUARY, releaseIds: [first] });
    await test.client.releases.update({ id: second, state: 'cancelled' });
    const without = await test.client.skew.simulate(JANUARY);

    expect(alone.order).toMatchObject({ result: 'hold', bad: [{ text: 'web 4.2.0 needs api >=3.1, not 3.0.2' }] });
    expect(without).toEqual(alone);
  });

  it('counts what nobody says of a service that does not change itself', async () => {
    await runs(web, '4.0.0');
    const { services } = await test.client.catalogue.read({});
    const { id, runs: _runs, ...plan } = services.find((one) => one.id === web) ?? services[0] ?? ({} as never);
    await test.client.catalogue.updateService({ id, plan: { ...plan, dependsOn: [api] } });
    await release(core, '2027-01-05', [apiIs('3.1.0')]);

    const { unsaid } = await test.client.skew.simulate(JANUARY);

    expect(unsaid.map(({ serviceIds }) => [...serviceIds].sort())).toEqual([[api, web].sort()]);
  });

  it('answers about a branch by what is planned there', async () => {
    await runs(api, '3.0.2');
    const first = await release(shop, '2027-01-04', [webNeeds('>=3.1')]);
    await release(core, '2027-01-05', [apiIs('3.1.0')]);
    const { id } = await test.client.branches.create({ name: 'Other way round' });
    const branch = test.core.clientIn(id);
    await branch.releases.move({ id: first, day: day('2027-01-06') });

    expect((await branch.skew.simulate(JANUARY)).order.result).toBe('as-planned');
    expect((await test.client.skew.simulate(JANUARY)).order.result).toBe('safe');
  });

  it('answers others while orders are tried, and stops trying where nobody waits', async () => {
    await runs(api, '3.0.2');
    await release(shop, '2027-01-04', [webNeeds('>=3.1')]);
    const leaving = new AbortController();

    const made = test.client.skew.simulate(JANUARY);
    const left = test.client.skew.simulate(JANUARY, { signal: leaving.signal });
    const first = await Promise.race([made.then(() => 'order'), test.client.trains.list({}).then(() => 'trains')]);
    leaving.abort();

    await expect(left).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(first).toBe('trains');
    expect((await made).order.result).toBe('hold');
  });

  it('refuses a range that ends before it begins', async () => {
    await expect(
      test.client.skew.simulate({ from: day('2027-01-02'), until: day('2027-01-01') }),
    ).rejects.toMatchObject({ code: 'BAD_INPUT' });
  });
});
