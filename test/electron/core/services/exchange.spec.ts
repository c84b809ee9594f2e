import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCalendar } from '../../../../shared/domain/exchange/ics-events.ts';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { biweeklyPlan, freezePlan } from '../../../support/plans.ts';
import { aZone } from '../../../support/times.ts';

const SCOPE = freezePlan().scope;

function file(...events: readonly string[][]): string {
  const lines = events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Company', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function event(uid: string, day: string, name = `Freeze ${uid}`): string[] {
  return [`UID:${uid}`, `SUMMARY:${name}`, `DTSTART;VALUE=DATE:${day}`];
}

describe('electron/core/services/exchange', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  const input = (text: string) => ({ text, kind: 'freeze' as const, calendar: 'company.ics' });

  it('shows what an import would do, writes nothing, then takes what was accepted', async () => {
    const text = file(event('a', '20261224'), event('b', '20261231'), ['UID:c', 'SUMMARY:Broken']);

    const preview = await test.client.exchange.previewCalendar(input(text));
    const before = await test.client.scheduleRules.list({});
    const imported = await test.client.exchange.importCalendar({ ...input(text), scope: SCOPE, accepted: ['a'] });
    const after = await test.client.scheduleRules.list({});

    expect(preview.name).toBe('Company');
    expect(preview.rows.map(({ uid, state }) => [uid, state])).toEqual([
      ['c', 'problem'],
      ['a', 'new'],
      ['b', 'new'],
    ]);
    expect(before.rules).toEqual([]);
    expect(imported).toMatchObject({ added: 1, changed: 0 });
    expect(after.rules).toMatchObject([{ name: 'Freeze a', source: { calendar: 'company.ics', uid: 'a' } }]);
  });

  it('knows events again: changes what moved, keeps what was typed here, names what is gone', async () => {
    const first = file(event('a', '20261224'), event('b', '20261231'));
    await test.client.exchange.importCalendar({ ...input(first), scope: SCOPE, accepted: ['a', 'b'] });
    const { rules } = await test.client.scheduleRules.list({});
    const rule = rules.find(({ source }) => source?.uid === 'a') ?? expect.fail('a was not imported');
    const { id, source, ...plan } = rule;
    await test.client.scheduleRules.update({ id, plan: { ...plan, owner: 'Grace' } });

    const second = file(event('a', '20261226'), event('d', '20270101'));
    const preview = await test.client.exchange.previewCalendar(input(second));
    const imported = await test.client.exchange.importCalendar({
      ...input(second),
      scope: { ...SCOPE, regions: ['emea'] },
      accepted: ['a', 'd'],
    });
    const again = await test.client.exchange.previewCalendar(input(second));
    const moved = (await test.client.scheduleRules.list({})).rules.find((one) => one.id === id);

    expect(preview.rows.map(({ uid, state }) => [uid, state])).toEqual([
      ['a', 'changed'],
      ['d', 'new'],
    ]);
    expect(preview.gone).toEqual([{ uid: 'b', name: 'Freeze b' }]);
    expect(imported).toMatchObject({ added: 1, changed: 1 });
    expect(again.rows.map(({ state }) => state)).toEqual(['same', 'same']);
    expect(moved).toMatchObject({
      owner: 'Grace',
      scope: SCOPE,
      source,
      holds: { start: { local: '2026-12-26T00:00' } },
    });
  });

  it('is one command, which one undo takes back', async () => {
    const text = file(event('a', '20261224'), event('b', '20261231'));
    await test.client.exchange.importCalendar({ ...input(text), scope: SCOPE, accepted: ['a', 'b'] });

    await test.client.journal.undo({ seq: null });

    expect((await test.client.scheduleRules.list({})).rules).toEqual([]);
  });

  it('refuses a choice that the file does not have', async () => {
    const accepted = { ...input(file(event('a', '20261224'))), scope: SCOPE, accepted: ['z'] };

    await expect(test.client.exchange.importCalendar(accepted)).rejects.toMatchObject({
      code: 'BAD_INPUT',
      data: { where: 'accepted' },
    });
  });

  it('writes the plan as a calendar file whose events keep their identity', async () => {
    const { id: trainId } = await test.client.trains.create(biweeklyPlan());
    const { id } = await test.client.releases.add({ trainId, name: 'R; 1', day: day('2026-12-15') });
    await test.client.scheduleRules.add(freezePlan());
    const range = { from: day('2026-12-01'), to: day('2026-12-31'), trainIds: null };

    const first = await test.client.exchange.calendar(range);
    await test.client.releases.move({ id, day: day('2026-12-16') });
    const second = await test.client.exchange.calendar(range);
    const bare = await test.client.exchange.calendar({ ...range, milestones: false, rules: false });

    const events = readCalendar(first.text, aZone('UTC')).events;
    // Points in time have no length for a freeze, but they are on the calendar.
    expect(first).toMatchObject({ entries: 6, leftOut: 0 });
    expect(events.map(({ name }) => name)).toContain('Freeze: Christmas freeze');
    expect(second.text).toContain(`UID:${id}`);
    expect(second.text).toContain('DTSTART:20261216T190000Z');
    expect(bare.entries).toBe(1);
  });
});
