import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../../../electron/core/db/migrate.ts';
import { migrations } from '../../../../electron/core/db/migrations/index.ts';
import { openDatabase } from '../../../../electron/core/db/open.ts';
import { allTeams } from '../../../../electron/core/db/repositories/catalogue.ts';
import { sql } from '../../../../electron/core/db/sql.ts';
import { addDays, weekdayOf } from '../../../../shared/domain/calendar/days.ts';
import type { ConnectionId, TeamId } from '../../../../shared/model/ids.ts';
import { day, instant } from '../../../../shared/model/time.ts';
import type { TypedThroughput } from '../../../../shared/model/typed-throughput.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { workItem, writeFacts } from '../../../support/facts.ts';
import { jiraPlan, personPlan, teamPlan } from '../../../support/plans.ts';

/** Monday; the clock of the test stands at ten in Berlin. */
const TODAY = day('2026-11-23');
const WEEKS = 12;
const WORKDAYS = { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] };

/** One story done at noon of each working day. */
function oneADay({ file }: TestCore, jira: ConnectionId): void {
  const days = Array.from({ length: WEEKS * 7 }, (_, at) => addDays(TODAY, at - WEEKS * 7));
  const items = days
    .filter((one) => weekdayOf(one) <= 5)
    .map((on, at) => {
      const doneAt = instant(Date.parse(`${on}T11:00:00Z`));
      return workItem(jira, `PAY-${at}`, { category: 'done', doneAt, updatedAt: doneAt });
    });
  writeFacts(file, items);
}

describe('electron/core/services/typed-throughput', () => {
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

  it('forecasts from what was typed by hand where no fact tells, says so, and takes it back', async () => {
    const typed = { by: 'range', least: 5, most: 5, overFacts: false } as const;
    const ask = () => test.client.capacity.whenDone({ teamId, weeks: WEEKS, items: 7, runs: 200 });

    const { seq, summary } = await test.client.capacity.typeThroughput({ teamId, typed });
    const byHand = await ask();
    const { typed: inUse } = await test.client.capacity.throughput({ teamId, weeks: WEEKS });
    await test.client.journal.undo({ seq: seq ?? expect.fail('nothing was journaled') });
    const undone = await ask();

    expect(summary).toBe('Typed what “Checkout” finishes: 5 items a week');
    // One item a working day: the sixth and seventh are Monday the 30th and Tuesday.
    expect(byHand.percentiles.map(({ day: by }) => by)).toEqual(['2026-12-01', '2026-12-01', '2026-12-01']);
    expect(byHand.history.typed).toBe('5 items a week');
    expect(byHand.notices[0]).toEqual({ kind: 'typed', text: 'Rests on numbers typed by hand: 5 items a week.' });
    expect(inUse).toEqual(typed);
    expect(undone.history.typed).toBeNull();
  });

  it('minds who was away while typed weeks went by, and nobody’s past absence for a range', async () => {
    const [ada] = await Promise.all(
      ['Ada', 'Bob'].map(async (name) => (await test.client.catalogue.addPerson(personPlan({ name, teamId }))).id),
    );
    if (ada === undefined) expect.fail('nobody was added');
    const away = { personId: ada, firstDay: day('2026-08-31'), lastDay: day('2026-11-22'), reason: '' };
    await test.client.catalogue.addAbsence(away);
    const ask = async (typed: TypedThroughput) => {
      await test.client.capacity.typeThroughput({ teamId, typed });
      const found = await test.client.capacity.howMany({ teamId, weeks: WEEKS, by: day('2026-12-18'), runs: 200 });
      return found.percentiles.map(({ items }) => items);
    };

    // Twenty working days; from today on both are there.
    expect(await ask({ by: 'range', least: 10, most: 10, overFacts: false })).toEqual([40, 40, 40]);
    const byHalf = [{ monday: day('2026-11-16'), finished: 10 }];
    expect(await ask({ by: 'weeks', weeks: byHalf, overFacts: false })).toEqual([80, 80, 80]);
    const byBoth = [{ monday: day('2026-08-24'), finished: 10 }];
    expect(await ask({ by: 'weeks', weeks: byBoth, overFacts: false })).toEqual([40, 40, 40]);
  });

  it('lets synced facts win over what was typed, unless that was chosen', async () => {
    oneADay(test, jira);
    const type = (overFacts: boolean) =>
      test.client.capacity.typeThroughput({ teamId, typed: { by: 'range', least: 50, most: 50, overFacts } });
    const ask = (types: string[] | null = null) =>
      test.client.capacity.howMany({ teamId, weeks: WEEKS, by: day('2026-11-27'), runs: 200, types });

    await type(false);
    const facts = await ask();
    const noBugs = await ask(['Bug']);
    await type(true);
    const typed = await ask();

    expect([facts.percentiles[0]?.items, facts.history.typed]).toEqual([5, null]);
    // No bug was finished, but facts there are.
    expect([noBugs.percentiles[0]?.items, noBugs.history.typed]).toEqual([0, null]);
    expect([typed.percentiles[0]?.items, typed.history.typed]).toEqual([50, '50 items a week']);
  });

  it('refuses typed numbers that cannot be, and over what somebody else typed meanwhile', async () => {
    const range = (least: number, most: number) => ({ by: 'range', least, most, overFacts: false }) as const;
    const weeks = ['2026-11-09', '2026-11-02'].map((monday) => ({ monday: day(monday), finished: 1 }));
    const type = (
      typed: Parameters<typeof test.client.capacity.typeThroughput>[0]['typed'],
      base = undefined as null | undefined,
    ) => test.client.capacity.typeThroughput({ teamId, typed, ...(base === undefined ? {} : { base }) });

    await expect(type(range(9, 8))).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await expect(type({ by: 'weeks', weeks, overFacts: false })).rejects.toMatchObject({ code: 'BAD_INPUT' });
    await type(range(1, 2), null);
    await expect(type(range(3, 4), null)).rejects.toMatchObject({ code: 'CONFLICT' });
    await type(null);
  });

  it('stays with a team whose plan is changed, and the journal verifies', async () => {
    const typed = { by: 'range', least: 5, most: 5, overFacts: false } as const;
    await test.client.capacity.typeThroughput({ teamId, typed });
    await test.client.catalogue.updateTeam({ id: teamId, plan: teamPlan({ name: 'Cards', calendar: WORKDAYS }) });

    const { teams } = await test.client.catalogue.read({});
    const { ok, drift } = await test.client.audit.verify({});

    expect(teams).toMatchObject([{ name: 'Cards', typedThroughput: typed }]);
    expect([ok, drift]).toEqual([true, []]);
  });

  it('finds nothing typed with a team of an older workspace', () => {
    const file = path.join(path.dirname(test.file), 'older.signalbox');
    const db = openDatabase({ file, readOnly: false, create: true });
    migrate(db, migrations.slice(0, 5));
    db.run(sql`
      INSERT INTO team (name, zone, calendar, projects, notes, id)
      VALUES ('Cards', 'Europe/Berlin', ${JSON.stringify(WORKDAYS)}, '[]', '', 'team-1')`);
    migrate(db, migrations);
    const teams = allTeams(db);
    db.close();
    fs.rmSync(file);

    expect(teams).toMatchObject([{ name: 'Cards', typedThroughput: null }]);
  });
});
