import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock, ScheduleRulePlan, When } from '../../../../shared/model/schedule-rule.ts';
import { day, type Instant, instant } from '../../../../shared/model/time.ts';
import { branchClient } from '../../../support/branch-client.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { icsCalendar, icsEvent } from '../../../support/ics-file.ts';
import { biweeklyPlan, freezePlan, personPlan } from '../../../support/plans.ts';
import { aClock, aDay, aLocal, aZone } from '../../../support/times.ts';

const YEAR = { from: day('2026-12-01'), to: day('2027-12-31'), trainIds: null };
const BERLIN: Clock = { by: 'zone', zone: aZone('Europe/Berlin') };
const TOKYO: Clock = { by: 'zone', zone: aZone('Asia/Tokyo') };

function weekly(changes: Partial<Extract<When, { by: 'rrule' }>> = {}): When {
  return {
    by: 'rrule',
    rrule: 'FREQ=WEEKLY;BYDAY=FR',
    from: aDay('2026-12-01'),
    startTime: aClock('18:00'),
    endTime: aClock('08:00'),
    endDayOffset: 3,
    clock: BERLIN,
    except: [],
    also: [],
    ...changes,
  };
}

/** Every way in which a rule can be written. */
const WAYS: Readonly<Record<string, When>> = {
  once: {
    by: 'once',
    start: { local: aLocal('2026-12-18T18:00'), clock: BERLIN },
    end: { local: aLocal('2027-01-04T08:00'), clock: BERLIN },
  },
  'on two clocks': {
    by: 'once',
    start: { local: aLocal('2026-12-18T18:00'), clock: TOKYO },
    end: { local: aLocal('2027-01-04T08:00'), clock: BERLIN },
  },
  'every week': weekly(),
  'until a day, over a change of clocks': weekly({ rrule: 'FREQ=WEEKLY;UNTIL=20270330;BYDAY=TU', clock: TOKYO }),
  'a number of times': weekly({ rrule: 'FREQ=DAILY;COUNT=10', endDayOffset: 1 }),
  'but not, and also': weekly({ except: [aDay('2026-12-25'), aDay('2027-01-01')], also: [aDay('2026-12-23')] }),
  'every second month': weekly({ rrule: 'FREQ=MONTHLY;INTERVAL=2;BYDAY=-1SU', startTime: aClock('02:30') }),
  'at a distance from UTC': weekly({ clock: { by: 'offset', minutes: 330 } }),
  'in UTC': weekly({ clock: { by: 'offset', minutes: 0 } }),
  'anywhere on Earth': weekly({ clock: { by: 'aoe' } }),
  cron: { by: 'cron', start: '0 18 * * FRI', end: '0 8 * * MON', zone: aZone('Europe/Berlin') },
};

describe('electron/core/services/calendar-export', () => {
  let test: TestCore;
  let other: TestCore;
  beforeEach(async () => {
    [test, other] = [await testCore(), await testCore()];
  });
  afterEach(async () => {
    await test.end();
    await other.end();
  });

  const asFile = (text: string, calendar = 'Plan') => ({ text, kind: 'freeze' as const, calendar });
  const exported = async (core: TestCore) => (await core.client.exchange.calendar(YEAR)).text;
  const rows = async (core: TestCore, text: string, calendar?: string) =>
    (await core.client.exchange.previewCalendar(asFile(text, calendar))).rows;
  async function take(core: TestCore, text: string, calendar?: string): Promise<void> {
    const accepted = (await rows(core, text, calendar)).map(({ uid }) => uid);
    await core.client.exchange.importCalendar({ ...asFile(text, calendar), scope: freezePlan().scope, accepted });
  }
  async function addWays(): Promise<void> {
    const kinds = ['freeze', 'window', 'maintenance'] as const;
    for (const [index, [name, holds]] of Object.entries(WAYS).entries()) {
      const plan: ScheduleRulePlan = {
        ...freezePlan(),
        kind: kinds[index % 3] ?? 'freeze',
        name,
        reason: `${name}; why`,
        holds,
      };
      await test.client.scheduleRules.add(plan);
    }
  }
  const named = async (core: TestCore) => {
    const { rules } = await core.client.scheduleRules.list({});
    return rules.map(({ kind, name, reason }) => [kind, name, reason]).sort();
  };

  it('writes rules that are known again as they are, whatever the calendar is called', async () => {
    await addWays();

    const text = await exported(test);

    expect(new Map((await rows(test, text)).map(({ name, state }) => [name, state]))).toEqual(
      new Map(Object.keys(WAYS).map((name) => [name, 'same'])),
    );
    expect((await rows(test, text, 'Another name')).every(({ state }) => state === 'same')).toBe(true);
  });

  it('makes the same rules elsewhere, from where they come back as the same', async () => {
    await addWays();

    await take(other, await exported(test));
    const back = await rows(test, await exported(other), 'Back');

    expect(await named(other)).toEqual(await named(test));
    expect(back.map(({ name, state }) => [name, state]).sort()).toEqual(
      Object.keys(WAYS)
        .map((name) => [name, 'same'])
        .sort(),
    );
  });

  it('carries an edit elsewhere', async () => {
    await addWays();
    await take(other, await exported(test));
    const { rules } = await test.client.scheduleRules.list({});
    const { id, source: _source, ...plan } = rules.find(({ name }) => name === 'every week') ?? expect.fail('no rule');
    await test.client.scheduleRules.update({ id, plan: { ...plan, holds: weekly({ startTime: aClock('20:00') }) } });

    const text = await exported(test);
    const changed = (await rows(other, text)).filter(({ state }) => state !== 'same');
    await take(other, text);

    expect(changed).toMatchObject([{ name: 'every week', state: 'changed', changed: ['holds'] }]);
    expect((await rows(other, text)).every(({ state }) => state === 'same')).toBe(true);
    expect((await other.client.scheduleRules.list({})).rules).toHaveLength(Object.keys(WAYS).length);
  });

  describe('an export that is older than the plan', () => {
    const change = async (changes: Partial<ScheduleRulePlan>) => {
      const [rule] = (await test.client.scheduleRules.list({})).rules;
      const { id, source: _source, ...plan } = rule ?? expect.fail('no rule');
      await test.client.scheduleRules.update({ id, plan: { ...plan, ...changes } });
    };
    const only = async (text: string) => (await rows(test, text))[0];

    beforeEach(async () => {
      await test.client.scheduleRules.add({ ...freezePlan(), name: 'Audit', reason: 'The books' });
    });

    it('takes back nothing that was changed since', async () => {
      const text = await exported(test);
      await change({ name: 'Audit of the books', holds: weekly() });

      expect(await only(text)).toMatchObject({ state: 'same', changed: [], kept: ['name', 'holds'] });
    });

    it('brings what was changed in the file, and keeps what was changed here', async () => {
      const text = (await exported(test)).replace('The books', 'All books');
      await change({ name: 'Audit of the books' });

      const first = await only(text);
      await take(test, text);
      const again = await only(text);
      const [rule] = (await test.client.scheduleRules.list({})).rules;
      const edited = await only(text.replace('All books', 'Some books'));

      expect(first).toMatchObject({ state: 'changed', changed: ['reason'], kept: ['name'] });
      expect(again).toMatchObject({ state: 'same', changed: [], kept: ['name'] });
      expect(rule).toMatchObject({ name: 'Audit of the books', reason: 'All books' });
      expect(edited).toMatchObject({ changed: ['reason'], kept: ['name'] });
    });

    it('is not believed with the number of another journal', async () => {
      const text = (await exported(test)).replace(/(X-SIGNALBOX-JOURNAL:\d+ )./, '$1x');
      await change({ name: 'Audit of the books' });

      expect(await only(text)).toMatchObject({ state: 'changed', changed: ['name'], kept: [] });
    });
  });

  it('tells rules apart that two calendars know by one uid', async () => {
    const event = ['BEGIN:VEVENT', 'UID:1', 'SUMMARY:Audit', 'DTSTART;VALUE=DATE:20261209', 'END:VEVENT'];
    const audit = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VCALENDAR', ''].join('\r\n');
    await take(test, audit, 'bank');
    await take(test, audit.replace('Audit', 'Sale'), 'shop');
    const before = (await test.client.scheduleRules.list({})).rules;

    const text = await exported(test);
    const shown = await rows(test, text, 'own');
    await test.client.exchange.importCalendar({
      ...{ text, kind: 'freeze', calendar: 'own', overHand: true, scope: freezePlan().scope },
      accepted: shown.map(({ uid }) => uid),
    });

    expect(shown.map(({ name, state }) => [name, state]).sort()).toEqual([
      ['Audit', 'same'],
      ['Sale', 'same'],
    ]);
    expect((await test.client.scheduleRules.list({})).rules).toEqual(before);
  });

  it('knows rules by an export of before another calendar brought one of the same uid', async () => {
    const audit = icsCalendar(...icsEvent('1', 'DTSTART;VALUE=DATE:20261209'));
    await take(test, audit, 'bank');
    const text = await exported(test);
    await take(test, audit, 'shop');

    expect(await rows(test, text, 'own')).toMatchObject([{ state: 'same' }]);
  });

  it('takes an export of another workspace for a calendar of its own', async () => {
    await take(test, icsCalendar(...icsEvent('1', 'DTSTART;VALUE=DATE:20261209')), 'bank');
    // Ids are no other workspace's; those of specs are counted.
    await other.client.scheduleRules.add(freezePlan());
    await take(other, icsCalendar(...icsEvent('1', 'DTSTART;VALUE=DATE:20261216')), 'shop');

    const text = await exported(test);

    expect(await rows(other, text, 'from elsewhere')).toMatchObject([{ state: 'new' }]);
    expect(await rows(other, text, 'shop')).toMatchObject([{ state: 'changed' }]);
  });

  it('knows rules that came from a calendar by an export of a branch, which goes on by a journal of its own', async () => {
    await take(test, icsCalendar(...icsEvent('1', 'DTSTART;VALUE=DATE:20261209')), 'bank');
    const branch = branchClient(test.core, (await test.client.branches.create({ name: 'Try' })).id);
    await branch.client.scheduleRules.add({ ...freezePlan(), name: 'More' });
    const { text } = await branch.client.exchange.calendar(YEAR);
    branch.close();

    expect((await rows(test, text, 'own')).map(({ name, state }) => [name, state])).toEqual([
      ['Event 1', 'same'],
      ['More', 'new'],
    ]);
  });

  it('makes no window of a freeze that has overrides', async () => {
    const { id: freezeId } = await test.client.scheduleRules.add(freezePlan());
    const [startAt, endAt] = [Date.UTC(2026, 11, 19), Date.UTC(2026, 11, 20)].map((at) => instant(at)) as [
      Instant,
      Instant,
    ];
    const scope = freezePlan().scope;
    await test.client.scheduleRules.requestOverride({ freezeId, scope, startAt, endAt, reason: 'Hotfix' });

    const asWindow = (await exported(test)).replace('CATEGORIES:Freeze', 'CATEGORIES:Window');

    const [row] = await rows(test, asWindow, 'own');

    expect(row).toMatchObject({ state: 'problem', changed: [] });
    expect(row?.problem).toMatch(/has overrides, so it stays a freeze. Take the overrides back first$/);
    await expect(take(test, asWindow)).rejects.toThrow('has overrides, so it stays a freeze');
  });

  it('writes a rule as one event that recurs on its own clock', async () => {
    await test.client.scheduleRules.add({
      ...freezePlan(),
      name: 'Weekend',
      holds: WAYS['but not, and also'] ?? weekly(),
    });

    const text = await exported(test);

    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20261204T180000\r\n');
    expect(text).toContain('RRULE:FREQ=WEEKLY;BYDAY=FR\r\n');
    expect(text).toContain('EXDATE;TZID=Europe/Berlin:20261225T180000\r\n');
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin\r\n');
    // The clocks of Berlin go forward at 02:00 on 28 March 2027.
    expect(text).toContain('DTSTART:20270328T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\n');
  });

  it('names releases and milestones with their train, and knows them again as the plan', async () => {
    const { id: trainId } = await test.client.trains.create(biweeklyPlan());
    const { id } = await test.client.releases.add({ trainId, name: 'R; 1', day: day('2026-12-15') });
    await test.client.scheduleRules.add(freezePlan());

    const first = await test.client.exchange.calendar(YEAR);
    await test.client.releases.move({ id, day: day('2026-12-16') });
    const second = await test.client.exchange.calendar(YEAR);
    const bare = await test.client.exchange.calendar({ ...YEAR, milestones: false, rules: false });
    const preview = await test.client.exchange.previewCalendar(asFile(first.text));

    expect(first).toMatchObject({ entries: 6, leftOut: 0 });
    expect(first.text).toContain('SUMMARY:Payments R\\; 1 departs');
    expect(first.text).toContain('SUMMARY:Payments R\\; 1: cut-off');
    expect(second.text).toContain(`UID:${id}`);
    expect(second.text).toContain('DTSTART:20261216T190000Z');
    expect(bare.entries).toBe(1);
    expect(preview).toMatchObject({ plan: 5, rows: [{ name: 'Christmas freeze', state: 'same' }] });
  });

  it('says who must be there for a release, of everybody or of some, and takes it away with the release', async () => {
    const [ada, grace] = await Promise.all(
      ['Ada', 'Grace'].map((name) => test.client.catalogue.addPerson(personPlan({ name }))),
    );
    const { id: trainId } = await test.client.trains.create(biweeklyPlan({ stages: [] }));
    const { id: releaseId } = await test.client.releases.add({ trainId, name: 'R1', day: day('2026-12-15') });
    const decision = {
      kind: 'go-no-go' as const,
      name: 'Decision',
      startLocal: aLocal('2026-12-14T15:00'),
      endLocal: null,
    };
    await test.client.releases.addMilestone({ releaseId, ...decision });
    for (const [person, role] of [
      [ada, 'Release lead'],
      [grace, 'Shadow'],
    ] as const) {
      await test.client.assignments.add({ releaseId, personId: person?.id as never, role });
    }
    const duties = { ...YEAR, departures: false, milestones: false, rules: false, duties: true };

    const all = await test.client.exchange.calendar(duties);
    const own = await test.client.exchange.calendar({ ...duties, personIds: [grace?.id as never] });
    await test.client.releases.update({ id: releaseId, state: 'cancelled' });
    const gone = await test.client.exchange.calendar(duties);

    // The go/no-go and the departure, of each of the two.
    expect([all.entries, own.entries]).toEqual([4, 2]);
    const unfolded = own.text.replaceAll('\r\n ', '');
    expect(unfolded).toContain('SUMMARY:Grace: Shadow\\, Payments R1\r\n');
    expect(unfolded).toContain('SUMMARY:Grace: Shadow\\, Decision of Payments R1\r\n');
    expect(unfolded).toContain('DTSTART:20261214T140000Z\r\n');
    expect(unfolded).not.toContain('Ada');
    expect(gone.text.match(/STATUS:CANCELLED/g)).toHaveLength(4);
    expect(await test.client.exchange.previewCalendar(asFile(all.text))).toMatchObject({ plan: 4, rows: [] });
  });

  it('fills up with times of cron behind the plan and other rules, and says what it left out', async () => {
    const { id: trainId } = await test.client.trains.create(biweeklyPlan());
    const { id } = await test.client.releases.add({ trainId, name: 'Last', day: day('2027-12-14') });
    for (const hour of ['0', '1', '2']) {
      const holds: When = { by: 'cron', start: `*/2 * * * *`, end: `1-59/2 * * * *`, zone: aZone('UTC') };
      await test.client.scheduleRules.add({ ...freezePlan(), name: `Minutes ${hour}`, holds });
    }
    await test.client.scheduleRules.add({ ...freezePlan(), name: 'Year end' });
    const month = { from: day('2027-12-01'), to: day('2027-12-31'), trainIds: null };

    const { text, entries, leftOut } = await test.client.exchange.calendar(month);

    expect(entries).toBe(20_000);
    expect(leftOut).toBeGreaterThan(10_000);
    expect(text).toContain(`UID:${id}`);
    expect(text.replaceAll('\r\n ', '')).toContain(
      `X-WR-CALDESC:${leftOut.toLocaleString('en').replace(',', '\\,')} entries did not fit`,
    );
  });
});
