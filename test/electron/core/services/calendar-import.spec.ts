import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScheduleRulePlan } from '../../../../shared/model/schedule-rule.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { freezePlan } from '../../../support/plans.ts';
import { aLocal, aZone } from '../../../support/times.ts';

const SCOPE = freezePlan().scope;

function file(...events: readonly string[][]): string {
  const lines = events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', 'X-WR-CALNAME:Company', ...lines, 'END:VCALENDAR', ''].join('\r\n');
}

function event(uid: string, day: string, name = `Freeze ${uid}`): string[] {
  return [`UID:${uid}`, `SUMMARY:${name}`, `DTSTART;VALUE=DATE:${day}`];
}

describe('electron/core/services/calendar-import', () => {
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

  describe('what was changed by hand', () => {
    const first = file(event('a', '20261224', 'Christmas'));

    async function edited(changes: Partial<ScheduleRulePlan>): Promise<void> {
      await test.client.exchange.importCalendar({ ...input(first), scope: SCOPE, accepted: ['a'] });
      const [rule] = (await test.client.scheduleRules.list({})).rules;
      const { id, source: _source, ...plan } = rule ?? expect.fail('nothing was imported');
      await test.client.scheduleRules.update({ id, plan: { ...plan, ...changes } });
    }
    const until = (local: string) => ({
      by: 'once' as const,
      start: { local: aLocal('2026-12-24T00:00'), clock: { by: 'zone' as const, zone: aZone('Europe/Berlin') } },
      end: { local: aLocal(local), clock: { by: 'zone' as const, zone: aZone('Europe/Berlin') } },
    });
    const rule = async () => (await test.client.scheduleRules.list({})).rules[0];

    it('stays, and the preview says so', async () => {
      await edited({ reason: 'Nobody is there', holds: until('2026-12-31T00:00') });

      const { rows } = await test.client.exchange.previewCalendar(input(first));

      expect(rows).toMatchObject([
        {
          uid: 'a',
          state: 'same',
          changed: [],
          kept: ['reason', 'holds'],
          here: { reason: 'Nobody is there', holds: { end: { local: '2026-12-31T00:00' } } },
          there: { reason: '', holds: { end: { local: '2026-12-25T00:00' } } },
        },
      ]);
    });

    it('stays while the file changes something else, however often it is read', async () => {
      await edited({ holds: until('2026-12-31T00:00') });
      const renamed = input(file(event('a', '20261224', 'Year end')));

      const preview = await test.client.exchange.previewCalendar(renamed);
      await test.client.exchange.importCalendar({ ...renamed, scope: SCOPE, accepted: ['a'] });
      const again = await test.client.exchange.previewCalendar(renamed);

      expect(preview.rows).toMatchObject([{ state: 'changed', changed: ['name'], kept: ['holds'] }]);
      expect(again.rows).toMatchObject([{ state: 'same', changed: [], kept: ['holds'] }]);
      expect(await rule()).toMatchObject({ name: 'Year end', holds: { end: { local: '2026-12-31T00:00' } } });
    });

    it('stays no longer once the file said the same', async () => {
      await edited({ name: 'Quiet days' });
      // The file has the name of the hand, and something else to take.
      const agreed = input(file([...event('a', '20261224', 'Quiet days'), 'DESCRIPTION:Nobody is there']));
      await test.client.exchange.importCalendar({ ...agreed, scope: SCOPE, accepted: ['a'] });

      const { rows } = await test.client.exchange.previewCalendar(input(file(event('a', '20261224', 'Year end'))));

      expect(rows).toMatchObject([{ state: 'changed', changed: ['name', 'reason'], kept: [] }]);
    });

    it('gives way where the file is to win', async () => {
      await edited({ name: 'Quiet days', holds: until('2026-12-31T00:00') });
      const winning = { ...input(first), overHand: true };

      const { rows } = await test.client.exchange.previewCalendar(winning);
      await test.client.exchange.importCalendar({ ...winning, scope: SCOPE, accepted: ['a'] });

      expect(rows).toMatchObject([{ state: 'changed', changed: ['name', 'holds'], kept: [] }]);
      expect(await rule()).toMatchObject({ name: 'Christmas', holds: { end: { local: '2026-12-25T00:00' } } });
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
});
