import type { When } from '../../model/schedule-rule.ts';
import { readRrule } from '../calendar/rrule.ts';
import { dayWords } from '../calendar/time-words.ts';
import { instantOf } from './clock.ts';
import { readCron } from './cron-pattern.ts';
import type { Problem } from './override-rules.ts';

type Recurring = Extract<When, { by: 'rrule' }>;

function recurringProblems({ rrule, startTime, endTime, endDayOffset, from }: Recurring): readonly Problem[] {
  const problems: Problem[] = [];
  const { rule, problem } = readRrule(rrule);
  if (problem !== null) problems.push({ where: 'holds.rrule', problem: `The recurrence cannot be read: ${problem}.` });
  if (endDayOffset === 0 && endTime <= startTime) {
    const said = `It ends at ${endTime}, not after it starts at ${startTime}; say that it ends on a later day.`;
    problems.push({ where: 'holds.endTime', problem: said });
  }
  if (rule !== null && rule.until !== null && rule.until < from) {
    problems.push({ where: 'holds.rrule', problem: `The recurrence is over before its first day, ${dayWords(from)}.` });
  }
  return problems;
}

function cronProblems(start: string, end: string): readonly Problem[] {
  const fields = [
    { where: 'holds.start', text: start, what: 'start' },
    { where: 'holds.end', text: end, what: 'end' },
  ];
  return fields.flatMap(({ where, text, what }) => {
    const { problem } = readCron(text);
    return problem === null ? [] : [{ where, problem: `The cron pattern of the ${what} cannot be used: ${problem}.` }];
  });
}

/** What is wrong with when a rule holds, in words for who typed it; none where it can be used. */
export function whenProblems(when: When): readonly Problem[] {
  if (when.by === 'rrule') return recurringProblems(when);
  if (when.by === 'cron') return cronProblems(when.start, when.end);
  if (instantOf(when.start) < instantOf(when.end)) return [];
  return [
    { where: 'holds.end', problem: 'It ends before it starts, or at once: each bound is read on its own clock.' },
  ];
}
