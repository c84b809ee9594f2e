import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { importedPlan, type SomeImport } from '../../../support/imports.ts';
import { biweeklyPlan } from '../../../support/plans.ts';

describe('electron/core/services/plan-import', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  const take = (releases: readonly SomeImport[], changes = {}, overHand = false) => {
    const plan = importedPlan(releases, changes);
    return test.client.exchange.importPlan({ ...plan, overHand, accepted: null });
  };
  const look = (releases: readonly SomeImport[], changes = {}) =>
    test.client.exchange.previewPlan(importedPlan(releases, changes));
  async function releasesOf(name = 'Payments') {
    const trains = await test.client.trains.list({});
    const found = trains.find(({ train }) => train.name === name) ?? expect.fail(`no train ${name}`);
    return test.client.releases.ofTrain({ trainId: found.train.id });
  }
  async function release(name: string, train?: string) {
    return (await releasesOf(train)).find((one) => one.name === name) ?? expect.fail(`no release ${name}`);
  }

  it('shows what an import would do and writes nothing, then takes what was accepted', async () => {
    const file = [{ name: 'R1' }, { name: 'R2', day: '2027-04-01' }];

    const preview = await look(file);
    const before = await test.client.trains.list({});
    const plan = importedPlan(file);
    const made = await test.client.exchange.importPlan({ ...plan, accepted: ['uid-1'] });

    expect(preview).toMatchObject({ newTrains: ['Payments'], gone: [] });
    expect(preview.rows.map(({ name, state }) => [name, state])).toEqual([
      ['R1', 'new'],
      ['R2', 'new'],
    ]);
    expect(before).toEqual([]);
    expect(made).toMatchObject({
      added: 1,
      changed: 0,
      summary: 'Imported into “Payments”: 1 new, 0 changed, 1 left out',
    });
    expect((await releasesOf()).map(({ name }) => name)).toEqual(['R1']);
  });

  it('is one command, which one undo takes back', async () => {
    const { seq } = await take([{ milestones: [{ name: 'Freeze', start: '2027-02-20' }] }, {}]);

    await test.client.journal.undo({ seq });

    expect(await test.client.trains.list({})).toEqual([]);
  });

  it('knows releases again: the same file changes nothing, a newer one only what it moved', async () => {
    const file = [{ milestones: [{ name: 'Freeze', start: '2027-02-20' }] }, { day: '2027-04-01' }];
    await take(file);

    const same = await look(file);
    const again = await take(file);
    const newer = [{ day: '2027-03-05', milestones: [{ name: 'Freeze', start: '2027-02-21' }] }, { day: '2027-04-01' }];
    const preview = await look(newer);
    const changed = await take(newer);

    expect(same.rows.map(({ state }) => state)).toEqual(['same', 'same']);
    expect(again).toMatchObject({ added: 0, changed: 0, seq: null });
    expect(preview.rows[0]).toMatchObject({
      state: 'changed',
      changed: ['day: Thu 4 Mar 2027 becomes Fri 5 Mar 2027', 'Freeze: Sat 20 Feb 2027 becomes Sun 21 Feb 2027'],
    });
    expect(changed).toMatchObject({ added: 0, changed: 1 });
    expect(await releasesOf()).toHaveLength(2);
    const { milestones } = await test.client.releases.get({ id: (await release('R1')).id });
    expect(milestones.map(({ name, startLocal }) => [name, startLocal])).toEqual([['Freeze', '2027-02-21T12:00']]);
  });

  it('leaves what was moved by hand, says so, and moves it when asked to', async () => {
    await take([{ milestones: [{ name: 'Freeze', start: '2027-02-20' }] }]);
    const { id } = await release('R1');
    await test.client.releases.move({ id, day: day('2027-03-18') });
    const newer = [{ day: '2027-03-05', milestones: [{ name: 'Freeze', start: '2027-02-21' }] }];

    const { rows } = await look(newer);
    await take(newer);
    const kept = await release('R1');
    await take(newer, {}, true);

    expect(rows[0]).toMatchObject({
      state: 'changed',
      changed: ['Freeze: Sat 20 Feb 2027 becomes Sun 21 Feb 2027'],
      kept: ['day: Thu 18 Mar 2027 was set by hand; the file says Fri 5 Mar 2027'],
    });
    expect(kept.day).toBe('2027-03-18');
    expect(await release('R1')).toMatchObject({ id, day: '2027-03-05', departsAt: Date.parse('2027-03-05T08:00Z') });
  });

  it('goes on keeping what was moved by hand while the file changes something else', async () => {
    await take([{ notes: 'first' }]);
    const { id } = await release('R1');
    await test.client.releases.move({ id, day: day('2027-03-18') });
    await take([{ notes: 'second' }]);

    const [row] = (await look([{ notes: 'second' }])).rows;

    expect(row).toMatchObject({
      state: 'same',
      changed: [],
      kept: ['day: Thu 18 Mar 2027 was set by hand; the file still says Thu 4 Mar 2027'],
    });
  });

  it('follows the file again once hand and file agreed', async () => {
    await take([{ milestones: [{ name: 'Freeze', start: '2027-02-20' }], notes: 'first' }]);
    const { id } = await release('R1');
    await test.client.releases.move({ id, day: day('2027-03-11') });
    // The file has the day of the hand, and something else to take.
    await take([{ day: '2027-03-11', notes: 'second' }]);

    const [row] = (await look([{ day: '2027-03-18', notes: 'second' }])).rows;

    expect(row).toMatchObject({ changed: ['day: Thu 11 Mar 2027 becomes Thu 18 Mar 2027'], kept: [] });
  });

  it('takes a day that was left out before for no hand', async () => {
    await take([{}, { notes: 'first' }]);
    const declined = importedPlan([{ day: '2027-03-11' }, { notes: 'second' }]);
    await test.client.exchange.importPlan({ ...declined, overHand: false, accepted: ['uid-2'] });

    const [row] = (await look([{ day: '2027-03-18' }])).rows;

    expect(row).toMatchObject({ changed: ['day: Thu 4 Mar 2027 becomes Thu 18 Mar 2027'], kept: [] });
  });

  it('does not take what an undone import wrote for moved by hand', async () => {
    await take([{}]);
    const { seq } = await take([{ day: '2027-03-05' }]);
    await test.client.journal.undo({ seq });

    expect((await look([{ day: '2027-03-06' }])).rows[0]).toMatchObject({ state: 'changed', kept: [] });
  });

  it('knows a release by its name in its train, and by the id of an export', async () => {
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ name: 'Payments', cadence: null }));
    const { id } = await test.client.releases.add({ trainId, name: 'R1', day: day('2027-03-04') });

    const byName = await look([{ uid: 'whatever', name: 'r1', train: 'payments' }]);
    const byId = await look([{ uid: id, name: 'Renamed elsewhere' }]);

    expect(byName).toMatchObject({ newTrains: [], rows: [{ releaseId: id, state: 'changed' }] });
    expect(byId.rows[0]).toMatchObject({ releaseId: id, changed: ['name: R1 becomes Renamed elsewhere'] });
  });

  it('takes no release by its name that another row of the file knows by its id', async () => {
    await take([
      { uid: 'a', name: 'R1', day: '2027-03-04' },
      { uid: 'b', name: 'R2', day: '2027-03-11' },
    ]);
    const file = [
      { uid: 'c', name: 'R1', day: '2027-03-18' },
      { uid: 'a', name: 'R9', day: '2027-03-04' },
    ];

    const { rows } = await look(file);
    await take(file);

    expect(rows).toMatchObject([{ state: 'new' }, { state: 'changed', changed: ['name: R1 becomes R9'] }]);
    expect((await releasesOf()).map((one) => [one.name, one.day])).toEqual([
      ['R9', '2027-03-04'],
      ['R2', '2027-03-11'],
      ['R1', '2027-03-18'],
    ]);
  });

  it('takes none that an earlier file knew by its id: it is gone from this one, not renamed', async () => {
    await take([{ uid: 'b', name: 'R1', day: '2027-03-04' }]);

    const { rows, gone } = await look([{ uid: 'c', name: 'R1', day: '2027-03-18' }]);

    expect(rows).toMatchObject([{ uid: 'c', state: 'new' }]);
    expect(gone).toHaveLength(1);
  });

  it('gives a new release of a train its milestones, and puts those that the file names where it says', async () => {
    await test.client.trains.create(biweeklyPlan({ name: 'Payments' }));
    const stages = (await test.client.trains.list({}))[0]?.train.stages ?? [];
    const first = stages[0] ?? expect.fail('the plan has stages');

    await take([{ milestones: [{ name: first.name, start: '2027-01-04' }] }]);
    const { milestones } = await test.client.releases.get({ id: (await release('R1')).id });

    expect(milestones).toHaveLength(stages.length);
    expect(milestones.find(({ stageKey }) => stageKey === first.key)).toMatchObject({
      pinned: true,
      startLocal: expect.stringMatching(/^2027-01-04T/),
    });
  });

  it('names what the file has twice, and takes the first', async () => {
    const file = [
      { uid: 'a', name: 'R1', line: 2 },
      { uid: 'a', name: 'R9', line: 3 },
      { uid: 'b', name: 'R1', line: 4 },
    ];

    const { rows } = await look(file);
    const made = await take(file);

    expect(rows.map(({ problem }) => problem?.message ?? null)).toEqual([
      null,
      'It is in the file twice, first at line 2.',
      'It is in the file twice, first at line 2.',
    ]);
    expect(made).toMatchObject({ added: 1 });
    expect((await releasesOf()).map(({ name }) => name)).toEqual(['R1']);
  });

  it('refuses where nothing that was accepted can be taken', async () => {
    const plan = importedPlan([{}]);

    await expect(test.client.exchange.importPlan({ ...plan, accepted: ['other'] })).rejects.toMatchObject({
      code: 'BAD_INPUT',
      message: 'None of the accepted releases can be taken.',
    });
  });

  it('takes what is over for departed, unless the file says otherwise', async () => {
    await take([{ day: '2026-01-08' }, { day: '2026-01-09', state: 'planned' }, { day: '2027-01-10' }]);

    expect((await releasesOf()).map(({ state }) => state)).toEqual(['departed', 'planned', 'planned']);
  });

  it('keeps the plan of a train when the file sets one of its releases under way', async () => {
    await take([{ name: 'R1' }]);
    await take([{ name: 'R1', state: 'under-way' }]);

    expect(await test.client.adherence.baselines({})).toMatchObject([{ name: 'R1 under way', how: 'approval' }]);
  });

  it('says where a train that it makes comes from, in the zone of the file', async () => {
    const changes = { source: 'kubernetes', attribution: 'Kubernetes release schedule', zone: 'UTC' };
    await take([{ train: 'Kubernetes' }], changes);

    const [summary] = await test.client.trains.list({});

    expect(summary?.train).toMatchObject({ zone: 'UTC', source: 'Kubernetes release schedule', cadence: null });
    expect(await release('R1', 'Kubernetes')).toMatchObject({ departureTime: '12:00', zone: 'UTC' });
  });

  it('finds its train again after it was renamed', async () => {
    await take([{}], { source: 'kubernetes' });
    const [summary] = await test.client.trains.list({});
    const { id, archived, source, ...plan } = summary?.train ?? expect.fail('no train');
    await test.client.trains.update({ id, plan: { ...plan, name: 'K8s' } });

    expect((await look([{}, {}], { source: 'kubernetes' })).newTrains).toEqual([]);
    expect((await take([{}, {}], { source: 'kubernetes' })).trains).toEqual([id]);
    expect([archived, source]).toEqual([false, null]);
  });

  it('names what it imported before and the source does not have any more; it stays', async () => {
    await take([
      { uid: 'a', name: 'R1' },
      { uid: 'b', name: 'R2' },
    ]);

    const { gone } = await look([{ uid: 'a', name: 'R1' }]);

    expect(gone).toMatchObject([{ name: 'R2' }]);
    expect(await releasesOf()).toHaveLength(2);
  });

  it('shows a span that is longer than a milestone may be by its beginning, and again as the same', async () => {
    const file = [{ milestones: [{ name: 'Maintenance', start: '2027-01-01', end: '2030-01-01' }] }];
    await take(file);

    const { milestones } = await test.client.releases.get({ id: (await release('R1')).id });

    expect(milestones).toMatchObject([{ name: 'Maintenance', startLocal: '2027-01-01T12:00', endLocal: null }]);
    expect((await look(file)).rows[0]?.state).toBe('same');
  });

  it('takes thousands at once', async () => {
    const file = Array.from({ length: 3_000 }, (_, index) => ({ name: `R${index}`, uid: `u${index}` }));

    expect(await take(file)).toMatchObject({ added: 3_000 });
    expect((await look(file)).rows.every(({ state }) => state === 'same')).toBe(true);
  });
});
