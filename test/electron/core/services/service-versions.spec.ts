import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../../../electron/core/db/migrate.ts';
import { migrations } from '../../../../electron/core/db/migrations/index.ts';
import { openDatabase } from '../../../../electron/core/db/open.ts';
import { allServices } from '../../../../electron/core/db/repositories/catalogue.ts';
import { sql } from '../../../../electron/core/db/sql.ts';
import type { ReleaseId, ServiceId } from '../../../../shared/model/ids.ts';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, servicePlan } from '../../../support/plans.ts';

describe('electron/core/services/service-versions', () => {
  let test: TestCore;
  let web: ServiceId;
  let api: ServiceId;
  let other: ServiceId;
  let id: ReleaseId;

  beforeEach(async () => {
    test = await testCore();
    const added = async (name: string) => (await test.client.catalogue.addService(servicePlan({ name }))).id;
    [web, api, other] = [await added('web'), await added('api'), await added('other')];
    const train = await test.client.trains.create(biweeklyPlan({ name: 'Core', services: [web, api] }));
    id = (await test.client.releases.add({ trainId: train.id, name: '2027.1', day: day('2027-01-05') })).id;
  });
  afterEach(() => test.end());

  const versionsOf = async () => (await test.client.releases.get({ id })).release.versions;
  const runsOf = async (service: ServiceId) =>
    (await test.client.catalogue.read({})).services.find((one) => one.id === service)?.runs;

  it('says what a release brings, and takes it back', async () => {
    const versions = [
      { serviceId: web, version: '4.2.0', worksWith: [{ serviceId: other, range: '^2.4' }] },
      { serviceId: api, version: 'v3.1', worksWith: [] },
    ];
    const before = await versionsOf();
    const { seq, summary } = await test.client.releases.setVersions({ id, versions, base: [] });
    const said = await versionsOf();
    await test.client.journal.undo({ seq: seq ?? expect.fail('nothing was journaled') });

    expect(before).toEqual([]);
    expect(summary).toBe('Release “Core 2027.1” brings web 4.2.0, api v3.1');
    expect(said).toEqual(versions);
    expect(await versionsOf()).toEqual([]);
  });

  it('refuses what was changed meanwhile', async () => {
    await test.client.releases.setVersions({ id, versions: [{ serviceId: web, version: '4.2.0', worksWith: [] }] });
    await expect(
      test.client.releases.setVersions({
        id,
        versions: [{ serviceId: web, version: '4.3.0', worksWith: [] }],
        base: [],
      }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
      message: expect.stringMatching(/^The versions of release “Core 2027.1”/),
    });
  });

  it('refuses a range that cannot be read, at its field, with the service and the range', async () => {
    const worksWith = [{ serviceId: api, range: 'newest' }];
    await expect(
      test.client.releases.setVersions({ id, versions: [{ serviceId: web, version: '4.2.0', worksWith }] }),
    ).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: '“newest” is no range of versions: it is what web 4.2.0 needs of api.',
      data: { where: 'versions.0.worksWith.0.range', remedy: 'Write it like >=3.1, ^2.4 or 1.2 - 1.5.' },
    });
  });

  it.each([
    ['what its train does not ship', () => [{ serviceId: other, version: '1', worksWith: [] }], 'does not ship other'],
    [
      'a service twice',
      () => [
        { serviceId: web, version: '1', worksWith: [] },
        { serviceId: web, version: '2', worksWith: [] },
      ],
      'web is there twice',
    ],
    [
      'a version that names its own service',
      () => [{ serviceId: web, version: '1', worksWith: [{ serviceId: web, range: '1' }] }],
      'web 1 names itself',
    ],
    [
      'a version that names another twice',
      () => {
        const line = { serviceId: api, range: '1' };
        return [{ serviceId: web, version: '1', worksWith: [line, line] }];
      },
      'web 1 names api twice',
    ],
    [
      'a service that is not there',
      () => [{ serviceId: 'service-99' as ServiceId, version: '1', worksWith: [] }],
      'There is no service service-99',
    ],
  ])('refuses %s', async (_what, versions, message) => {
    await expect(test.client.releases.setVersions({ id, versions: versions() })).rejects.toThrow(message);
    expect(await versionsOf()).toEqual([]);
  });

  it('keeps what the train shipped when it was said', async () => {
    const versions = [{ serviceId: web, version: '4.2.0', worksWith: [] }];
    await test.client.releases.setVersions({ id, versions });
    const { trainId } = (await test.client.releases.get({ id })).release;
    await test.client.trains.update({ id: trainId, plan: biweeklyPlan({ name: 'Core', services: [api] }) });
    const more = [...versions, { serviceId: api, version: '3.1', worksWith: [] }];
    await test.client.releases.setVersions({ id, versions: more, base: versions });
    expect(await versionsOf()).toEqual(more);
  });

  it('says what runs now, keeps it over other changes, and takes it back', async () => {
    const runs = { version: '3.0.2', worksWith: [{ serviceId: web, range: '>=4' }] };
    const { seq, summary } = await test.client.catalogue.setRuns({ id: api, runs, base: null });
    await test.client.catalogue.updateService({ id: api, plan: servicePlan({ name: 'api', tier: 1 }) });
    const said = await runsOf(api);
    await test.client.catalogue.setRuns({ id: api, runs: null, base: runs });

    expect(seq).not.toBeNull();
    expect(summary).toBe('Of “api” runs 3.0.2 now');
    expect(said).toEqual(runs);
    expect(await runsOf(api)).toBeNull();
    await expect(
      test.client.catalogue.setRuns({ id: api, runs: { ...runs, version: '3.0.3' }, base: runs }),
    ).rejects.toMatchObject({
      code: 'CONFLICT',
    });
  });

  it.each([
    [
      'a version of a release',
      () =>
        test.client.releases.setVersions({
          id,
          versions: [{ serviceId: web, version: '1', worksWith: [{ serviceId: other, range: '1' }] }],
        }),
      'release “2027.1”',
    ],
    [
      'what runs now',
      () =>
        test.client.catalogue.setRuns({
          id: api,
          runs: { version: '1', worksWith: [{ serviceId: other, range: '1' }] },
        }),
      'service “api”',
    ],
  ])('does not remove a service that %s names', async (_what, name, message) => {
    await name();
    await expect(test.client.catalogue.removeService({ id: other })).rejects.toThrow(message);
  });

  it('does not bring back a version of a service that is gone', async () => {
    const versions = [{ serviceId: web, version: '1', worksWith: [{ serviceId: other, range: '1' }] }];
    await test.client.releases.setVersions({ id, versions });
    const { seq } = await test.client.releases.setVersions({ id, versions: [] });
    await test.client.catalogue.removeService({ id: other });
    await expect(test.client.journal.undo({ seq: seq ?? expect.fail('nothing was journaled') })).rejects.toThrow(
      'service',
    );
  });

  it('opens a workspace from before, in which nobody said anything of versions', () => {
    const file = path.join(path.dirname(test.file), 'older.signalbox');
    const db = openDatabase({ file, readOnly: false, create: true });
    migrate(db, migrations.slice(0, 8));
    db.run(sql`
      INSERT INTO service (id, name, tier, team_id, regions, projects, depends_on, notes)
      VALUES ('service-1', 'api', 2, NULL, '[]', '[]', '[]', '')`);
    migrate(db, migrations);
    const services = allServices(db);
    db.close();
    fs.rmSync(file);

    expect(services).toMatchObject([{ name: 'api', runs: null }]);
  });
});
