import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planOfTable } from '../../../../renderer/features/import/plan-of-table.ts';
import { readCsv } from '../../../../renderer/lib/open-file/read-csv.ts';
import { addDays } from '../../../../shared/domain/calendar/days.ts';
import { RELEASE_FIELDS } from '../../../../shared/domain/exchange/release-fields.ts';
import { guessMapping, readMapped } from '../../../../shared/domain/exchange/table-mapping.ts';
import { THING_FIELDS } from '../../../../shared/domain/exchange/thing-fields.ts';
import type { ThingKind } from '../../../../shared/model/imported-things.ts';
import { day, type LocalTime } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, bookingPlan, freezePlan } from '../../../support/plans.ts';
import { daily } from '../../../support/schedule.ts';
import { aZone } from '../../../support/times.ts';

describe('electron/core/services/table-export', () => {
  let test: TestCore;
  let other: TestCore;
  beforeEach(async () => {
    [test, other] = [await testCore(), await testCore()];
  });
  afterEach(async () => {
    await test.end();
    await other.end();
  });

  /** What the page makes of a file that was written here, its columns guessed. */
  function things(kind: ThingKind, text: string) {
    const table = readCsv(text.slice(1));
    const fields = THING_FIELDS[kind];
    const mapping = guessMapping(table.headers, fields);
    const read = readMapped(table, { fields, mapping, order: null, zoneOf: () => aZone('UTC') });
    expect(read.flatMap(({ problems }) => problems)).toEqual([]);
    return { kind, rows: read.map(({ line, values }) => ({ line, values })) };
  }
  const take = (core: TestCore, kind: ThingKind, ...rows: readonly Readonly<Record<string, string>>[]) =>
    core.client.exchange.importThings({
      kind,
      rows: rows.map((values, index) => ({ line: index + 2, values })),
      accepted: null,
    });

  async function addThings(): Promise<void> {
    await take(
      test,
      'team',
      { name: 'Payments, Core', zone: 'Asia/Tokyo', notes: '=1+1\n"quoted"' },
      { name: 'Search' },
    );
    await take(test, 'person', { name: 'Ada', team: 'Payments, Core', skills: 'sql, "a, b"', leads: 'lead' });
    await take(test, 'service', { name: 'Web', dependsOn: 'API', tier: '1' }, { name: 'API', dependsOn: 'Web' });
    await take(
      test,
      'environment',
      { name: 'UAT, 2', kind: 'staging' },
      { name: 'DB', parents: '"UAT, 2"', region: 'eu' },
    );
    await take(
      test,
      'schedule-rule',
      { name: 'Year end', start: '2026-12-18', startTime: '18:00', end: '2027-01-03', teams: '"Payments, Core"' },
      { name: 'Year end', start: '2027-12-17', end: '2028-01-02', endTime: '08:00', zone: 'Asia/Tokyo' },
    );
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ name: 'Payments', cadence: null }));
    await test.client.releases.add({ trainId, name: 'R1', day: day('2026-12-15') });
    await take(
      test,
      'booking',
      { environment: 'UAT, 2', release: 'R1', start: '2026-12-07', end: '2026-12-11', services: 'Web, API' },
      {
        environment: 'DB',
        name: '-Drill',
        start: '2026-12-07',
        startTime: '09:00',
        end: '2026-12-07',
        endTime: '17:00',
      },
    );
  }

  const KINDS = ['team', 'person', 'service', 'environment', 'schedule-rule', 'booking'] as const;
  const COUNTS = [2, 1, 2, 2, 2, 2];

  it('writes tables that an import finds to be what is here', async () => {
    await addThings();

    for (const [index, of] of KINDS.entries()) {
      const { text, rows, leftOut } = await test.client.exchange.table({ of });
      const shown = await test.client.exchange.previewThings(things(of, text));

      expect([of, rows, leftOut]).toEqual([of, COUNTS[index], 0]);
      expect([of, shown.rows.map(({ state }) => state)]).toEqual([of, Array.from({ length: rows }, () => 'same')]);
    }
  });

  it('makes the same elsewhere', async () => {
    await addThings();
    const { id: trainId } = await other.client.trains.create(biweeklyPlan({ name: 'Payments', cadence: null }));
    await other.client.releases.add({ trainId, name: 'R1', day: day('2026-12-15') });

    for (const of of KINDS) {
      const { text } = await test.client.exchange.table({ of });
      await other.client.exchange.importThings({ ...things(of, text), accepted: null });

      expect(await other.client.exchange.table({ of })).toEqual(await test.client.exchange.table({ of }));
    }
  });

  interface Booked {
    readonly host: boolean;
    readonly brings: boolean;
    readonly title: string;
    readonly apart: number;
  }
  const aBooking: fc.Arbitrary<Booked> = fc.record({
    host: fc.boolean(),
    brings: fc.boolean(),
    title: fc.constantFrom('Drill', 'Demo'),
    apart: fc.integer({ min: 0, max: 3 }),
  });

  /** Each booking by its place, title and start, with those of the booking that it came along with. */
  async function families({ client }: TestCore): Promise<readonly string[]> {
    const { bookings } = await client.environments.bookings({ from: day('2027-01-01'), to: day('2027-12-31') });
    const names = new Map((await client.environments.list({})).map(({ id, name }) => [id, name] as const));
    const said = new Map(
      bookings.map((one) => [one.id, `${names.get(one.environmentId)} ${one.title} ${one.startLocal}`] as const),
    );
    return bookings
      .map(({ id, causedBy }) => `${said.get(id)} < ${said.get(causedBy ?? ('' as never)) ?? 'none'}`)
      .toSorted();
  }

  it('writes bookings that elsewhere came along with the same ones', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aBooking, { minLength: 1, maxLength: 5 }), async (list) => {
        const [one, another] = [await testCore(), await testCore()];
        try {
          await take(
            one,
            'environment',
            { name: 'host' },
            { name: 'on', parents: 'host' },
            { name: 'top', parents: 'on' },
          );
          const ids = new Map((await one.client.environments.list({})).map(({ id, name }) => [name, id] as const));
          for (const [index, { host, brings, title, apart }] of list.entries()) {
            const start = addDays(day('2027-01-04'), index * 7);
            const times = { startLocal: `${start}T09:00`, endLocal: `${start}T17:00` };
            const environmentId = ids.get(host ? 'host' : 'on') ?? expect.fail('no environment');
            const made = await one.client.environments.book({
              plan: bookingPlan(environmentId, { title, ...times }),
              withDependants: brings,
            });
            const [, along] = made.ids;
            const moved = addDays(start, apart);
            if (along !== undefined)
              await one.client.environments.moveBooking({
                id: along,
                startLocal: `${moved}T09:00` as LocalTime,
                endLocal: `${moved}T17:00` as LocalTime,
              });
          }
          for (const of of ['environment', 'booking'] as const) {
            const { text } = await one.client.exchange.table({ of });
            const again = await one.client.exchange.previewThings(things(of, text));
            expect(new Set(again.rows.map(({ state }) => state))).toEqual(new Set(['same']));
            await another.client.exchange.importThings({ ...things(of, text), accepted: null });
          }

          expect(await families(another)).toEqual(await families(one));
        } finally {
          await one.end();
          await another.end();
        }
      }),
      { numRuns: 12 },
    );
  });

  it('writes releases that are known again by their ids', async () => {
    await addThings();

    const { text, rows } = await test.client.exchange.table({ of: 'release' });
    const table = readCsv(text.slice(1));
    const mapping = guessMapping(table.headers, RELEASE_FIELDS);
    const { plan } = planOfTable(table, { mapping, order: null, train: '' }, () => aZone('UTC'));
    const shown = await test.client.exchange.previewPlan({ ...(plan ?? expect.fail('no plan')), overHand: false });

    expect(rows).toBe(1);
    expect(text.split('\r\n')[1]).toMatch(/^2026-12-15,R1,Payments,\d\d:\d\d,planned,,release-/);
    expect(shown.rows.map(({ state }) => state)).toEqual(['same']);
  });

  it('leaves out, and counts, rules that no row can say', async () => {
    await test.client.scheduleRules.add(freezePlan({ name: 'Once' }));
    await test.client.scheduleRules.add(
      freezePlan({ name: 'Fridays', holds: daily({ rrule: 'FREQ=WEEKLY;BYDAY=FR', start: '18:00', end: '20:00' }) }),
    );

    const scope = { regions: [], environments: [], services: [], tiers: [], teams: [], tenants: [] };
    await test.client.scheduleRules.add(freezePlan({ name: 'Tier 1 alone', scope: { ...scope, tiers: [1] } }));
    await test.client.scheduleRules.add(freezePlan({ name: 'A tenant', scope: { ...scope, tenants: ['acme'] } }));

    const { text, rows, leftOut } = await test.client.exchange.table({ of: 'schedule-rule' });

    expect([rows, leftOut]).toEqual([1, 3]);
    expect(text).not.toContain('Tier 1 alone');
  });
});
