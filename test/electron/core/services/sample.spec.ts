import { afterEach, describe, expect, it } from 'vitest';
import { readSample } from '../../../../electron/core/services/sample.ts';
import type { Day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { cpuMilliseconds } from '../../../support/cpu-time.ts';
import { testEnv } from '../../../support/env.ts';

let opened: TestCore | undefined;

async function loadedAt(iso: string): Promise<TestCore> {
  const env = testEnv(iso);
  opened = await testCore({ env });
  await opened.client.workspace.loadSample({});
  return opened;
}

afterEach(async () => {
  await opened?.end();
  opened = undefined;
});

describe('electron/core/services/sample', () => {
  it('loads six public trains, each with its source, in one decision', async () => {
    const { client } = await loadedAt('2026-11-23T09:00:00Z');

    const trains = await client.trains.list({});
    const journal = await client.journal.list({});

    expect(trains.map(({ train }) => train.name)).toEqual([
      'Chrome',
      'Edge',
      'Electron',
      'Firefox',
      'Node.js',
      'Safari',
    ]);
    expect(trains.every(({ train }) => /\((MIT|CC0-1\.0), /.test(train.source ?? ''))).toBe(true);
    expect(journal.rows.filter((entry) => entry.command === 'workspace.loadSample')).toHaveLength(1);
  });

  it('keeps what was released apart from what is planned, as the sources say it', async () => {
    const { client } = await loadedAt('2026-11-23T09:00:00Z');
    const trains = await client.trains.list({});
    const idOf = (name: string) => trains.find(({ train }) => train.name === name)?.train.id ?? ('' as never);

    const firefox = await client.releases.ofTrain({ trainId: idOf('Firefox') });
    const node = await client.releases.ofTrain({ trainId: idOf('Node.js') });
    const chrome = await client.releases.ofTrain({ trainId: idOf('Chrome') });

    // Firefox 160 came out on 2026-11-10; 161 follows two weeks later, 163 in the next year.
    expect(firefox.find(({ name }) => name === 'Firefox 160')).toMatchObject({ day: '2026-11-10', state: 'departed' });
    expect(firefox.find(({ name }) => name === 'Firefox 161')).toMatchObject({ day: '2026-11-24', state: 'planned' });
    expect(firefox.find(({ name }) => name === 'Firefox 163')).toMatchObject({ day: '2027-01-12', state: 'planned' });
    expect(node.find(({ name }) => name === 'Node.js 27')).toMatchObject({ day: '2027-04-22', state: 'planned' });
    // The source gives no date for Chrome 160, so there is no such release.
    expect(chrome.some(({ name }) => name === 'Chrome 160')).toBe(false);
  });

  it.each(['2026-11-23T09:00:00Z', '2027-03-01T09:00:00Z'])(
    'has no late release when it is loaded, and no release that departed in the future: %s',
    async (iso) => {
      const { client } = await loadedAt(iso);
      const trains = await client.trains.list({});

      const today = await client.today.get({ since: 0 as never });
      const releases = await Promise.all(trains.map(({ train }) => client.releases.ofTrain({ trainId: train.id })));

      expect(today.late).toEqual([]);
      const wrong = releases
        .flat()
        .filter(({ state, departsAt }) => (state === 'departed') !== departsAt <= Date.parse(iso));
      expect(wrong.map(({ name }) => name)).toEqual([]);
    },
  );

  it.each(['2026-11-23T09:00:00Z', '2026-12-20T09:00:00Z'])(
    'has tickets about the release that they carry: %s',
    async (iso) => {
      const { client } = await loadedAt(iso);

      const { rows } = await client.workItems.search({ limit: 500 });

      const named = rows.filter(({ title }) => /(Firefox|Chrome|Edge|Node\.js) \d/.test(title));
      expect(named.length).toBeGreaterThan(20);
      expect(named.filter(({ title, versions }) => !versions.some((name) => title.includes(name)))).toEqual([]);
      expect(rows.filter(({ title }) => title.includes('{'))).toEqual([]);
    },
  );

  it("dates the phases of a Node.js line as the project's schedule does", async () => {
    const { client } = await loadedAt('2026-11-23T09:00:00Z');
    const { lanes } = await client.calendar.range({
      from: '2026-10-01' as Day,
      to: '2026-12-31' as Day,
      trainIds: null,
    });

    const line = lanes.flatMap(({ releases }) => releases).find(({ name }) => name === 'Node.js 26');

    const day = (at: number | null) => (at === null ? null : new Date(at).toISOString().slice(0, 10));
    expect(line?.milestones.map(({ name, startAt, endAt }) => [name, day(startAt), day(endAt)])).toEqual([
      ['Current', '2026-05-05', '2026-10-28'],
      ['Active LTS', '2026-10-28', '2027-10-20'],
      ['Maintenance', '2027-10-20', '2029-04-30'],
      ['End of life', '2029-04-30', null],
    ]);
  });

  it('marks all that is simulated where it shows', async () => {
    const { client } = await loadedAt('2026-11-23T09:00:00Z');
    const trains = await client.trains.list({});
    const chrome = trains.find(({ train }) => train.name === 'Chrome')?.train;
    const releases = await client.releases.ofTrain({ trainId: chrome?.id ?? ('' as never) });
    const next = releases.find(({ name }) => name === 'Chrome 159');

    const today = await client.today.get({ since: 0 as never });
    const detail = await client.releases.get({ id: next?.id ?? ('' as never) });
    const found = await client.workItems.search({ text: 'acceptance suite' });
    const deliveries = await client.workItems.deliveries({ projects: chrome?.projects ?? [] });

    expect(detail.scope.length).toBeGreaterThan(3);
    expect(today.departures.some(({ boarded }) => boarded > 0)).toBe(true);
    expect(today.ticketsMoved.length).toBeGreaterThan(0);
    const marks = [
      ...today.ticketsMoved.map(({ simulated }) => simulated),
      ...today.sync.map(({ simulated }) => simulated),
      ...detail.scope.map(({ ticket }) => ticket?.simulated),
      ...found.rows.map(({ simulated }) => simulated),
      ...deliveries.pullRequests.map(({ simulated }) => simulated),
      ...deliveries.deployments.map(({ simulated }) => simulated),
    ];
    expect(marks.length).toBeGreaterThan(20);
    expect(new Set(marks)).toEqual(new Set([true]));
    expect((await client.workspace.info({})).hasSimulatedFacts).toBe(true);
  });

  it("shows the simulated work as far as the reader's now, and none before it begins", async () => {
    const before = await loadedAt('2026-01-01T00:00:00Z');
    const earlier = await before.client.workItems.search({});
    await before.end();

    const after = await loadedAt('2028-01-01T00:00:00Z');
    const later = await after.client.workItems.search({ limit: 500 });

    expect(earlier.rows).toEqual([]);
    expect(later.rows.length).toBeGreaterThan(50);
    expect(later.rows.filter(({ category }) => category === 'active')).toEqual([]);
  });

  it('is taken back by one undo and can be loaded again', async () => {
    const { client } = await loadedAt('2026-11-23T09:00:00Z');

    await client.journal.undo({ seq: null });
    const undone = await client.workspace.info({});
    const again = await client.workspace.loadSample({});
    const verification = await client.audit.verify({});

    expect(undone.counts).toMatchObject({ train: 0, release: 0, milestone: 0, 'scope-item': 0, connection: 0 });
    expect(again.trains).toBe(6);
    expect(verification).toMatchObject({ ok: true, faults: [], drift: [] });
  });

  it('refuses to be loaded twice', async () => {
    const { client } = await loadedAt('2026-11-23T09:00:00Z');

    await expect(client.workspace.loadSample({})).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  it('loads in less than a second and a half', async () => {
    opened = await testCore();
    const started = cpuMilliseconds();

    await opened.client.workspace.loadSample({});

    expect(cpuMilliseconds() - started).toBeLessThan(1_500);
  });

  it('says of nothing simulated that it is somebody else’s work', async () => {
    const { trains, delivery } = await readSample();

    const names = delivery.projects.map(({ repository }) => repository);

    expect(names.every((name) => name.startsWith('harbour/'))).toBe(true);
    expect(JSON.stringify(trains)).not.toContain('harbour');
  });
});
