import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, weekdayOf } from '../../../../shared/domain/calendar/days.ts';
import type { ConnectionId, TeamId } from '../../../../shared/model/ids.ts';
import { type Day, day, instant } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { workItem, writeFacts } from '../../../support/facts.ts';
import { biweeklyPlan, jiraPlan, personPlan, teamPlan } from '../../../support/plans.ts';

/** Monday; the clock of the test stands at ten in Berlin. */
const TODAY = day('2026-11-23');
const WEEKS = 12;
const WORKDAYS = { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] };

function workingDaysBefore(today: Day, weeks: number): Day[] {
  const days = Array.from({ length: weeks * 7 }, (_, at) => addDays(today, at - weeks * 7));
  return days.filter((one) => weekdayOf(one) <= 5);
}

describe('electron/core/services/capacity', () => {
  let test: TestCore;
  let jira: ConnectionId;
  let teamId: TeamId;

  beforeEach(async () => {
    test = await testCore();
    jira = (await test.client.connections.add(jiraPlan())).id;
    const projects = [{ connectionId: jira, key: 'PAY' }];
    teamId = (await test.client.catalogue.addTeam(teamPlan({ calendar: WORKDAYS, projects }))).id;
  });
  afterEach(() => test.end());

  /** One story done at noon of each working day. */
  function oneADay(weeks = WEEKS) {
    const items = workingDaysBefore(TODAY, weeks).map((on, at) => {
      const doneAt = instant(Date.parse(`${on}T11:00:00Z`));
      return workItem(jira, `PAY-${at}`, { category: 'done', doneAt, updatedAt: doneAt });
    });
    writeFacts(test.file, items);
    return items;
  }

  it('counts what was finished by day and week, days without any included, other projects not', async () => {
    oneADay(2);
    const doneAt = instant(Date.parse('2026-11-20T12:00:00Z'));
    writeFacts(test.file, [workItem(jira, 'WEB-1', { doneAt, updatedAt: doneAt })]);

    const { daily, weekly } = await test.client.capacity.throughput({ teamId, weeks: 2 });

    expect(daily.classes).toEqual([{ name: 'Story', counts: [1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 0], total: 10 }]);
    expect(weekly).toEqual([
      { monday: '2026-11-09', days: 7, count: 5 },
      { monday: '2026-11-16', days: 7, count: 5 },
    ]);
  });

  it('leaves what ended undone out of every figure, and says how much it was', async () => {
    const items = oneADay();
    const undone = items.map((item, at) => ({
      ...item,
      id: `${item.id}-u` as typeof item.id,
      key: `PAY-u${at}`,
      originalStatus: at % 2 === 0 ? "Won't Do" : 'closed (not_planned)',
    }));
    writeFacts(test.file, undone);

    const { daily } = await test.client.capacity.throughput({ teamId, weeks: WEEKS });
    const many = await test.client.capacity.howMany({ teamId, weeks: WEEKS, by: day('2026-12-04'), runs: 200 });
    const bugs = await test.client.capacity.howMany({
      teamId,
      weeks: WEEKS,
      by: day('2026-12-04'),
      runs: 200,
      types: ['Bug'],
    });
    const rows = await test.client.capacity.finished({
      of: { kind: 'team', id: teamId },
      from: day('2026-11-16'),
      to: day('2026-11-22'),
    });

    expect([daily.classes[0]?.total, daily.leftOut.undone]).toEqual([60, 60]);
    expect(many.percentiles.map(({ items: count }) => count)).toEqual([10, 10, 10]);
    expect(many.history).toMatchObject({ finished: 60, undone: 60 });
    expect(bugs.history.undone).toBe(0);
    expect([rows.total, rows.undone]).toEqual([5, 5]);
  });

  it('draws growth of scope from what is the team’s own, on a train of two teams', async () => {
    oneADay();
    const web = { connectionId: jira, key: 'WEB' };
    const other = await test.client.catalogue.addTeam(teamPlan({ name: 'Web', calendar: WORKDAYS, projects: [web] }));
    const { id: trainId } = await test.client.trains.create(
      biweeklyPlan({ cadence: null, stages: [], teams: [teamId, other.id] }),
    );
    const board = async (on: string, keys: readonly string[], changes = {}) => {
      test.env.at(`${on}T09:00:00Z`);
      const items = keys.map((key) => workItem(jira, key, changes));
      writeFacts(test.file, items);
      const workItemIds = items.map(({ id }) => id);
      await test.client.releases.board({ releaseId, workItemIds, written: null, reason: '' });
    };
    test.env.at('2026-11-09T09:00:00Z');
    const { id: releaseId } = await test.client.releases.add({ trainId, name: 'R1', day: day('2026-11-20') });
    await board('2026-11-09', ['PAY-900', 'WEB-900']);
    await board('2026-11-11', ['PAY-901', 'WEB-901', 'WEB-902']);
    await board('2026-11-12', ['PAY-902'], { category: 'done', originalStatus: 'Duplicate' });
    await test.client.releases.board({ releaseId, workItemIds: [], written: 'Whose it is nobody knows', reason: '' });
    test.env.at('2026-11-23T09:00:00Z');

    const discovered = async (id: TeamId) =>
      (await test.client.capacity.whenDone({ teamId: id, weeks: WEEKS, items: 1, runs: 100 })).history;

    // Tuesday the 10th to Friday the 20th are nine working days on which the release was open.
    expect(await discovered(teamId)).toMatchObject({ discovered: 1, growthDays: 9 });
    expect(await discovered(other.id)).toMatchObject({ discovered: 2, growthDays: 9 });
  });

  it('forecasts from a steady past what a reader would count on their fingers', async () => {
    oneADay();

    const done = await test.client.capacity.whenDone({ teamId, weeks: WEEKS, items: 7, runs: 500 });
    const many = await test.client.capacity.howMany({ teamId, weeks: WEEKS, by: day('2026-12-04'), runs: 500 });

    // Monday to Friday are five; the sixth and seventh are Monday the 30th and Tuesday.
    expect(done.percentiles.map(({ day: by }) => by)).toEqual(['2026-12-01', '2026-12-01', '2026-12-01']);
    expect(many.percentiles.map(({ items }) => items)).toEqual([10, 10, 10]);
    expect(done.history).toMatchObject({ workingDays: 60, finished: 60, zeroDays: 0 });
  });

  it('gives the same forecast for the same seed, and holds absences against it', async () => {
    oneADay();
    const people = await Promise.all(
      ['Grace', 'Linus'].map((name) => test.client.catalogue.addPerson(personPlan({ name, teamId }))),
    );
    const ask = () => test.client.capacity.whenDone({ teamId, weeks: WEEKS, items: 5, runs: 500, seed: 7 });
    const before = await ask();
    for (const { id } of people) {
      await test.client.catalogue.addAbsence({
        personId: id,
        firstDay: TODAY,
        lastDay: day('2026-11-27'),
        reason: 'Offsite',
      });
    }
    const after = await ask();

    expect(await ask()).toEqual(after);
    expect(before.percentiles[0]?.day).toBe('2026-11-27');
    // Nobody is there this week, so that the five are done in the next.
    expect(after.percentiles[0]?.day).toBe('2026-12-04');
  });

  it('says so where there is no history', async () => {
    const done = await test.client.capacity.whenDone({ teamId, items: 5, runs: 500 });

    expect(done.percentiles.map(({ day: by }) => by)).toEqual([null, null, null]);
    expect(done.notices.map(({ kind }) => kind)).toContain('all-zero');
  });

  it('draws from the types asked for only', async () => {
    const items = oneADay();
    const bugs = items.map((item, at) => ({
      ...item,
      id: `${item.id}-b` as typeof item.id,
      key: `PAY-b${at}`,
      type: 'Bug',
    }));
    writeFacts(test.file, bugs);
    const by = day('2026-11-27');

    const all = await test.client.capacity.howMany({ teamId, weeks: WEEKS, by, runs: 500 });
    const stories = await test.client.capacity.howMany({ teamId, weeks: WEEKS, by, runs: 500, types: ['Story'] });

    expect([all.percentiles[0]?.items, stories.percentiles[0]?.items]).toEqual([10, 5]);
  });

  it('compares cadences by what they carry, and whether coming releases fit', async () => {
    oneADay();
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ teams: [teamId], stages: [] }));
    const release = await test.client.releases.add({ trainId, name: 'R1', day: day('2026-12-08') });
    for (const written of ['One', 'Two', 'Three', 'Four', 'Five', 'Six']) {
      await test.client.releases.board({ releaseId: release.id, workItemIds: [], written, reason: '' });
    }

    const table = await test.client.capacity.cadence({
      teamId,
      weeks: WEEKS,
      trainId,
      overheadHours: 0,
      teamHoursPerDay: 40,
      runs: 500,
    });

    const weekly = table.rows.find(({ cadence }) => cadence === 'weekly');
    const biWeekly = table.rows.find(({ cadence }) => cadence === 'bi-weekly');
    expect(weekly?.items.map(({ items }) => items)).toEqual([5, 5, 5]);
    expect([weekly?.fits, biWeekly?.fits].map((fits) => fits?.map(({ name, items }) => [name, items]))).toEqual([
      [['R1', 6]],
      [['R1', 6]],
    ]);
    expect([weekly?.fits[0]?.probability, biWeekly?.fits[0]?.probability]).toEqual([0, 1]);
  });

  it('lets CI hold trains back where somebody says what it can do', async () => {
    oneADay();
    const hours = { overheadHours: 0, teamHoursPerDay: 40, runs: 100 };
    const ci = { hoursPerDay: 2, hoursPerTrain: 4, hoursPerItem: 5 };

    const table = await test.client.capacity.cadence({ teamId, weeks: WEEKS, trainId: null, ...hours, ci });

    // Of the 14 hours of a week ten are left: two items of five hours, of the five that people finish.
    expect(table.rows[0]?.items.map(({ items }) => items)).toEqual([2, 2, 2]);
    expect(table.rows[0]?.ci).toMatchObject({ untested: 0, limited: 1 });
  });

  it('refuses a team that is gone', async () => {
    await expect(test.client.capacity.whenDone({ teamId: 'team-9' as TeamId, items: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('finds cut-offs by how long items took, on every reader’s clock', async () => {
    // Ten stories, each done two working days after it was started and four after it was created.
    const items = workingDaysBefore(TODAY, 3)
      .slice(4, 14)
      .map((on, at) => {
        const doneAt = instant(Date.parse(`${on}T11:00:00Z`));
        const createdAt = instant(doneAt - (weekdayOf(on) === 5 ? 4 : 6) * 86_400_000);
        return workItem(jira, `PAY-${at}`, { category: 'done', createdAt, doneAt, updatedAt: doneAt });
      });
    writeFacts(test.file, items);
    const { id: trainId } = await test.client.trains.create(
      biweeklyPlan({ projects: [{ connectionId: jira, key: 'PAY' }], calendar: WORKDAYS, stages: [] }),
    );
    const { id: releaseId } = await test.client.releases.add({ trainId, name: 'R1', day: day('2026-12-15') });

    const found = await test.client.capacity.cutOffs({
      releaseId,
      weeks: 8,
      after: [{ name: 'Acceptance', workingDays: 2 }],
      zones: ['Europe/Berlin', 'America/New_York'] as never,
    });

    const board = found.cutOffs.find(({ action, confidence }) => action === 'board' && confidence === 85);
    // Two working days of acceptance before Tuesday the 15th begin on Friday the 11th; four days before that is Monday the 7th.
    expect(found.classes).toMatchObject([{ name: 'Story', finished: 10 }]);
    expect(board?.steps.map(({ name, ends }) => [name, ends]).at(-1)).toEqual(['Acceptance', '2026-12-15']);
    expect(board?.day).toBe('2026-12-07');
    expect(board?.readings.map(({ local }) => local)).toEqual(['2026-12-08T00:00', '2026-12-07T18:00']);
  });

  it('sizes a buffer by how far releases slipped', async () => {
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ calendar: WORKDAYS, stages: [] }));
    const rows = [0, 0, 1, 2, 5].flatMap((slip, at) => {
      const promised = day(`2026-0${at + 1}-05`);
      const actual = addDays(promised, slip);
      return [
        { releaseName: `v${at}`, day: promised, observedOn: addDays(promised, -30), actual: false },
        { releaseName: `v${at}`, day: actual, observedOn: actual, actual: true },
      ];
    });
    await test.client.adherence.importHistory({ trainId, source: 'snapshots', rows });

    const buffer = await test.client.capacity.buffer({ trainId });

    expect(buffer.slips).toHaveLength(5);
    // Of five slips the fourth smallest is the P80 by nearest rank.
    const sorted = buffer.slips.map(({ workingDays }) => workingDays).sort((one, other) => one - other);
    expect(buffer.workingDays).toBe(sorted[3]);
  });

  it('compares one train with several for the scope of a release', async () => {
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ stages: [] }));
    const { id: releaseId } = await test.client.releases.add({ trainId, name: 'R1', day: day('2026-12-15') });
    for (const written of ['One', 'Two', 'Three', 'Four']) {
      await test.client.releases.board({ releaseId, workItemIds: [], written, reason: '' });
    }

    const { rows } = await test.client.capacity.trainSize({ releaseId, failurePerItem: 0.1, beta: 0, mostTrains: 2 });

    // Four items of a tenth: 1 - 0.9^4; two trains of two: 1 - 0.9^2.
    const highest = rows.map(({ trains }) => Math.max(...trains.map(({ risk }) => risk)));
    expect(highest[0]).toBeCloseTo(1 - 0.9 ** 4, 10);
    expect(highest[1]).toBeCloseTo(1 - 0.9 ** 2, 10);
  });

  it('splits and fits no tickets that ended undone, and says how many', async () => {
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ teams: [teamId], stages: [] }));
    const { id: releaseId } = await test.client.releases.add({ trainId, name: 'R1', day: day('2026-12-15') });
    const done = oneADay();
    const undone = ['Done', "Won't Do"].map((originalStatus, at) =>
      workItem(jira, `PAY-u${at}`, { category: 'done', originalStatus, resolution: at === 0 ? 'Duplicate' : null }),
    );
    writeFacts(test.file, undone);
    const workItemIds = [...done.slice(0, 3), ...undone].map(({ id }) => id);
    await test.client.releases.board({ releaseId, workItemIds, written: null, reason: '' });

    const scope = { releaseId, failurePerItem: 0.1, beta: 0, mostTrains: 1 };
    const size = await test.client.capacity.trainSize(scope);
    const hours = { overheadHours: 0, teamHoursPerDay: 40 };
    const cadence = await test.client.capacity.cadence({ teamId, weeks: WEEKS, trainId, ...hours, runs: 100 });

    const notice = '2 of 5 items ended undone: they count neither as done nor as left to do.';
    // Three items of a tenth.
    expect(size.rows[0]?.trains[0]?.risk).toBeCloseTo(1 - 0.9 ** 3, 10);
    expect(cadence.rows[0]?.fits.map(({ items }) => items)).toEqual([3]);
    expect([size, cadence].map(({ notices }) => notices.map(({ text }) => text).includes(notice))).toEqual([
      true,
      true,
    ]);
  });

  it('lists the items that a figure was drawn from, the newest first, by the team’s days', async () => {
    oneADay(2);
    const lastWeek = { from: day('2026-11-16'), to: day('2026-11-22') };

    const week = await test.client.capacity.finished({ of: { kind: 'team', id: teamId }, ...lastWeek });
    const two = await test.client.capacity.finished({ of: { kind: 'team', id: teamId }, ...lastWeek, limit: 2 });
    const bugs = await test.client.capacity.finished({ of: { kind: 'team', id: teamId }, ...lastWeek, types: ['Bug'] });

    const friday = day('2026-11-20');
    const last = await test.client.capacity.finished({ of: { kind: 'team', id: teamId }, from: friday, to: friday });

    expect(last.rows.map(({ key }) => key)).toEqual(['PAY-9']);
    expect(week.rows.map(({ key }) => key)).toEqual(['PAY-9', 'PAY-8', 'PAY-7', 'PAY-6', 'PAY-5']);
    expect(week.total).toBe(5);
    expect([two.rows.length, two.total, bugs.total]).toEqual([2, 5, 0]);
  });

  it('holds a buffer against the scope that is done, and says what it cannot tell', async () => {
    // One story a working day was finished for twelve weeks, each aboard a release of the train.
    const items = oneADay();
    const open = Array.from({ length: 4 }, (_, at) => workItem(jira, `PAY-open-${at}`));
    writeFacts(test.file, open);
    const { id: trainId } = await test.client.trains.create(
      biweeklyPlan({ calendar: WORKDAYS, stages: [], bufferDays: 2, teams: [teamId] }),
    );
    const past = await test.client.releases.add({ trainId, name: 'R0', day: day('2026-11-20') });
    const boarded = items.map(({ id }) => id);
    await test.client.releases.board({ releaseId: past.id, workItemIds: boarded, written: null, reason: 'all' });
    const { id: releaseId } = await test.client.releases.add({ trainId, name: 'R1', day: day('2026-11-27') });
    await test.client.releases.board({
      releaseId,
      workItemIds: open.map(({ id }) => id),
      written: null,
      reason: 'all',
    });
    await test.client.releases.board({ releaseId, workItemIds: [], written: 'By hand', reason: '' });

    const fever = await test.client.capacity.fever({ releaseId });

    // Work is to end on Wednesday; five open items at one a working day are done on Friday: all of the buffer is used up.
    expect(fever).toMatchObject({ buffer: 2, workEnds: '2026-11-25', firstDay: '2026-11-26' });
    expect(fever.readings).toMatchObject([
      { day: TODAY, total: 5, done: 0, projected: '2026-11-27', consumed: 1, daysLeft: 0, zone: 'red' },
    ]);
    expect(fever.notices.map(({ kind }) => kind)).toEqual(['left-out']);

    writeFacts(test.file, [{ ...(open[0] ?? expect.fail()), category: 'done', originalStatus: "Won't Do" }]);
    const less = await test.client.capacity.fever({ releaseId });
    // What ended undone is no scope any more: four are left, done by Thursday, which uses up half of the buffer.
    expect(less.readings).toMatchObject([{ total: 4, done: 0, projected: '2026-11-26', consumed: 0.5 }]);
    expect(less.notices.map(({ text }) => text)).toContain(
      '1 of 5 items ended undone: they count neither as done nor as left to do.',
    );
  });

  it('makes up no fever chart where nothing is aboard or nothing was finished', async () => {
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ calendar: WORKDAYS, stages: [] }));
    const { id: releaseId } = await test.client.releases.add({ trainId, name: 'R1', day: day('2026-11-27') });
    const empty = await test.client.capacity.fever({ releaseId });
    await test.client.releases.board({ releaseId, workItemIds: [], written: 'By hand', reason: '' });
    const unknown = await test.client.capacity.fever({ releaseId });

    expect([empty.readings, empty.notices.map(({ kind }) => kind)]).toEqual([[], ['nothing-to-do']]);
    expect([unknown.readings, unknown.notices.map(({ kind }) => kind)]).toEqual([[], ['left-out', 'no-history']]);
  });
});
