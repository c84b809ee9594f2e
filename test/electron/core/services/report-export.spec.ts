import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCsv } from '../../../../renderer/lib/open-file/read-csv.ts';
import type { BaselineChoice } from '../../../../shared/contract/adherence.ts';
import { day, instant } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, bookingPlan, environmentPlan } from '../../../support/plans.ts';

describe('electron/core/services/report-export', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  /** The rows of a table, each cell by its header. */
  function rowsOf(text: string): readonly Readonly<Record<string, string>>[] {
    const { headers, rows } = readCsv(text.slice(1));
    return rows.map(({ cells }) => Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? ''])));
  }

  it('writes conflicts with both sides, their times, and until when and why they are waived', async () => {
    const { id } = await test.client.environments.add(environmentPlan());
    const late = { startLocal: '2027-06-01T09:00', endLocal: '2027-06-02T17:00' };
    for (const plan of [
      bookingPlan(id, { title: '=Drill', startLocal: '2027-01-04T09:00', endLocal: '2027-01-06T17:00' }),
      bookingPlan(id, { title: 'Demo', startLocal: '2027-01-05T09:00', endLocal: '2027-01-05T12:00' }),
      bookingPlan(id, { title: 'One', ...late }),
      bookingPlan(id, { title: 'Other', ...late }),
    ]) {
      await test.client.environments.book({ plan, withDependants: false });
    }
    const { conflicts } = await test.client.conflicts.list({});
    const drill = conflicts.find(({ conflict }) => conflict.sides.some(({ thing }) => thing.name.includes('Drill')));
    await test.client.conflicts.waive({
      conflictKey: drill?.conflict.key ?? expect.fail('no conflict'),
      reason: '+agreed, “for once”',
      until: instant(Date.parse('2027-01-31T23:00:00Z')),
    });

    const { text, rows } = await test.client.exchange.report({ of: 'conflicts' });

    expect(rows).toBe(2);
    // Berlin is an hour ahead of UTC in winter and two in summer.
    const clash = {
      Kind: 'environment-clash',
      Severity: 'blocking',
      Rule: '“staging” takes one booking at a time.',
      Resource: 'staging',
      Sides: '2',
    };
    expect(rowsOf(text)).toEqual([
      {
        ...clash,
        Starts: '2027-01-05T09:00+01:00',
        Ends: '2027-01-05T12:00+01:00',
        'First side': 'Demo',
        'First side starts': '2027-01-05T09:00+01:00',
        'First side ends': '2027-01-05T12:00+01:00',
        'Second side': '=Drill',
        'Second side starts': '2027-01-04T09:00+01:00',
        'Second side ends': '2027-01-06T17:00+01:00',
        'Waived until': '2027-02-01T00:00+01:00',
        'Waived because': '+agreed, “for once”',
      },
      {
        ...clash,
        Starts: '2027-06-01T09:00+02:00',
        Ends: '2027-06-02T17:00+02:00',
        'First side': 'Other',
        'First side starts': '2027-06-01T09:00+02:00',
        'First side ends': '2027-06-02T17:00+02:00',
        'Second side': 'One',
        'Second side starts': '2027-06-01T09:00+02:00',
        'Second side ends': '2027-06-02T17:00+02:00',
        'Waived until': '',
        'Waived because': '',
      },
    ]);
    // What a spreadsheet would compute is guarded.
    expect(text).toContain(",'=Drill,");
    expect(text).toContain(`"'+agreed, “for once”"`);
  });

  it('writes every release against a baseline, with what it slipped and its state', async () => {
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ cadence: null, stages: [] }));
    const add = (name: string, on: string) => test.client.releases.add({ trainId, name, day: day(on) });
    const late = await add('R1', '2026-12-01');
    await add('-R2', '2026-12-02');
    await add('R3', '2027-01-12');
    const dropped = await add('R4', '2027-01-19');
    await test.client.releases.move({ id: late.id, day: day('2026-12-08') });
    await test.client.releases.update({ id: dropped.id, state: 'cancelled' });
    test.env.at('2026-12-08T21:00:00Z');
    await test.client.releases.update({ id: late.id, state: 'departed' });
    const { id } = await test.client.adherence.addBaseline({ name: 'Agreed', how: 'named', trainId });
    const against = async (baseline: BaselineChoice) => {
      const { text, rows } = await test.client.exchange.report({ of: 'adherence', trainId, baseline });
      expect(rows).toBe(4);
      return text.slice(1).trimEnd().split('\r\n');
    };

    // From Tuesday the 1st to the 8th; the 2nd has passed.
    expect(await against({ by: 'first-published' })).toEqual([
      'Train,Release,Baseline,Baseline day,Day of departure,Slip in days,Slip in working days,State',
      'Payments,R1,first-published,2026-12-01,2026-12-08,7,5,departed',
      "Payments,'-R2,first-published,2026-12-02,,,,overdue",
      'Payments,R3,first-published,2027-01-12,,,,planned',
      'Payments,R4,first-published,2027-01-19,,,,cancelled',
    ]);
    // It was named after the one departure, and the cancellation.
    expect((await against({ by: 'named', id })).slice(1)).toEqual([
      'Payments,R1,Agreed,,2026-12-08,,,departed',
      "Payments,'-R2,Agreed,2026-12-02,,,,overdue",
      'Payments,R3,Agreed,2027-01-12,,,,planned',
      'Payments,R4,Agreed,,,,,cancelled',
    ]);
  });
});
