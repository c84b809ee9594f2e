import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addDays } from '../../shared/domain/calendar/days.ts';
import { occurrences } from '../../shared/domain/calendar/recurrence.ts';
import { validateRrule } from '../../shared/domain/calendar/rrule.ts';
import { type Day, Day as DayModel } from '../../shared/model/time.ts';
import { noteForTier } from '../support/tier-note.ts';

const FOLDER = join('..', 'shared', 'data', 'icalendar');
const CASES = join(FOLDER, 'rrule_cases.open.json');

interface RecordedCase {
  readonly n: number;
  readonly comment: string;
  readonly RRULE: string;
  readonly DTSTART: string;
  readonly INSTANCES: string;
  readonly rrule_js: string;
}

function readCases(): readonly RecordedCase[] {
  return existsSync(CASES) ? JSON.parse(readFileSync(CASES, 'utf8')) : [];
}

function dayOfStamp(stamp: string): Day {
  return DayModel.parse(`${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`);
}

/** Rules over days cannot end within one: the last day is that of UNTIL, or the one before where the start is later. */
function withUntilAsDay(rule: string, start: string): string {
  return rule.replace(/UNTIL=(\d{8})T(\d{6})Z?/, (_, day: string, time: string) => {
    const last = time < start.slice(9, 15) ? addDays(dayOfStamp(day), -1) : dayOfStamp(day);
    return `UNTIL=${last.replaceAll('-', '')}`;
  });
}

/** Whether a case recurs by day: a rule that takes hours or less has nothing to say about releases. */
function isByDay({ RRULE: rule }: Pick<RecordedCase, 'RRULE'>): boolean {
  return !/HOURLY|MINUTELY|SECONDLY|BYHOUR|BYMINUTE|BYSECOND/.test(rule);
}

function computed({ RRULE: rule, DTSTART: start, INSTANCES: instances }: RecordedCase): readonly string[] {
  const from = dayOfStamp(start);
  const last = dayOfStamp(instances.split(',').at(-1) ?? '');
  // A year on, so that one occurrence too many is seen.
  return occurrences({ rrule: withUntilAsDay(rule, start), from }, { from, to: addDays(last, 366), limit: 10_000 });
}

function expected({ INSTANCES: instances }: RecordedCase): readonly string[] {
  return instances.split(',').map(dayOfStamp);
}

const cases = readCases();
const byDay = cases.filter(isByDay);
const agreed = byDay.filter((one) => one.rrule_js === 'OK');
const disputed = byDay.filter((one) => one.rrule_js !== 'OK');
const withinDay = cases.filter((one) => !isByDay(one));

/** Cases whose recorded days are not taken over, by number, with the reason. */
const READ_OTHERWISE: Readonly<Record<number, string>> = {
  77: 'FREQ=YEARLY;BYMONTHDAY=29 names the 29th of every month (RFC 5545, table of section 3.3.10: BYMONTHDAY expands)',
  135: 'with BYWEEKNO, INTERVAL counts the years that weeks belong to, as case 143 has it; this case contradicts that',
};

if (cases.length === 0) noteForTier('recorded', 'icalendar', 'iCalendar: the recorded rules are not present.');

const readOtherwise = disputed.filter(({ n }) => n in READ_OTHERWISE);
const readAsRecorded = disputed.filter(({ n }) => !(n in READ_OTHERWISE));

describe.skipIf(cases.length === 0)('the recorded iCalendar rules (skipped where ../shared/data is absent)', () => {
  afterAll(() => {
    noteForTier(
      'recorded',
      'icalendar',
      `iCalendar: ${agreed.length} rules by day that rrule.js confirms and ${disputed.length} that it does not were read; ` +
        `${readOtherwise.length} of these are read otherwise than recorded; ${withinDay.length} rules within a day are refused.`,
    );
  });

  it.each(agreed.map((one) => [one.n, one.comment, one] as const))('reads case %i: %s', (_n, _comment, one) => {
    expect(computed(one)).toEqual(expected(one));
  });

  it.each(readAsRecorded.map((one) => [one.n, one.comment, one] as const))(
    'reads case %i, on which libraries differ, as recorded: %s',
    (_n, _comment, one) => {
      expect(computed(one)).toEqual(expected(one));
    },
  );

  it.each(readOtherwise.map((one) => [one.n, READ_OTHERWISE[one.n], one] as const))(
    'reads case %i otherwise, since %s',
    (_n, _why, one) => {
      expect(computed(one)).not.toEqual(expected(one));
    },
  );

  it.each(withinDay.map((one) => [one.n, one.RRULE] as const))('refuses case %i, within a day: %s', (_n, rule) => {
    expect(validateRrule(rule)).toMatch(/within a day|names a time/);
  });

  it('is there in full', () => {
    expect([agreed.length, disputed.length, withinDay.length]).toEqual([41, 17, 15]);
  });
});
