import { whenProblems } from '../../../../shared/domain/freezes/check-when.ts';
import { sentence } from '../../../../shared/domain/text/sentence.ts';
import { issueInWords } from '../../../../shared/model/issue-words.ts';
import {
  type ScheduleRule,
  type ScheduleRuleKind,
  ScheduleRulePlan,
  type Scope,
  When,
} from '../../../../shared/model/schedule-rule.ts';
import { Day } from '../../../../shared/model/time.ts';
import { EVERYTHING } from '../names.ts';
import {
  type ClockDraft,
  daysOf,
  newWhenDraft,
  offsetMinutes,
  rruleOf,
  type WhenDraft,
  whenDraftOf,
} from './when-draft.ts';

/** A rule as it is being typed. */
export interface RuleDraft {
  readonly kind: ScheduleRuleKind;
  readonly name: string;
  readonly reason: string;
  readonly owner: string;
  readonly scope: Scope;
  readonly holds: WhenDraft;
}

/** What is wrong, by the place of the field: `name`, `holds.rrule`, `holds.clock`. */
export type RuleProblems = Readonly<Record<string, string>>;

/** A rule to begin from. */
export function newRuleDraft(zone: string, today: Day): RuleDraft {
  return { kind: 'freeze', name: '', reason: '', owner: '', scope: EVERYTHING, holds: newWhenDraft(zone, today) };
}

/** A rule that is there, as it can be changed. */
export function ruleDraftOf(rule: ScheduleRule, zone: string, today: Day): RuleDraft {
  const { kind, name, reason, owner, scope } = rule;
  return { kind, name, reason, owner, scope, holds: whenDraftOf(rule.holds, zone, today) };
}

/** The plan of a rule that is there. */
export function planOf({ kind, name, reason, owner, scope, holds }: ScheduleRule): ScheduleRulePlan {
  return { kind, name, reason, owner, scope, holds };
}

function clockOf({ by, zone, offset }: ClockDraft) {
  if (by === 'zone') return { by, zone };
  return by === 'aoe' ? { by } : { by, minutes: offsetMinutes(offset) };
}

function holdsOf(draft: WhenDraft) {
  const clock = clockOf(draft.clock);
  if (draft.mode === 'once') {
    const endClock = draft.endClock === null ? clock : clockOf(draft.endClock);
    return {
      by: 'once',
      start: { local: draft.startLocal.slice(0, 16), clock },
      end: { local: draft.endLocal.slice(0, 16), clock: endClock },
    };
  }
  if (draft.mode === 'cron') {
    return { by: 'cron', start: draft.cronStart, end: draft.cronEnd, zone: draft.clock.zone };
  }
  return {
    by: 'rrule',
    rrule: rruleOf(draft),
    from: draft.from,
    startTime: draft.startTime,
    endTime: draft.endTime,
    endDayOffset: draft.endDayOffset.trim() === '' ? null : Number(draft.endDayOffset),
    clock,
    except: [...new Set(daysOf(draft.except))].sort(),
    also: [...new Set(daysOf(draft.also))].sort(),
  };
}

const sayings: ReadonlyArray<readonly [place: RegExp, saying: string]> = [
  [/^name$/, 'Give it a name of at most 120 characters.'],
  [/^owner$/, 'At most 120 characters.'],
  [/^reason$/, 'At most 2,000 characters.'],
  [/^holds\.start\.clock/, 'Choose the clock that its times are read on; a distance from UTC is written +05:30.'],
  [/^holds\.end\.clock/, 'Choose the clock that its end is read on; a distance from UTC is written +05:30.'],
  [/^holds\.(clock|zone)/, 'Choose the clock that its times are read on; a distance from UTC is written +05:30.'],
  [/^holds\.start\.local$/, 'Choose the day and the time that it starts.'],
  [/^holds\.end\.local$/, 'Choose the day and the time that it ends.'],
  [/^holds\.from$/, 'Choose the first day that counts.'],
  [/^holds\.startTime$/, 'Choose the time that it starts.'],
  [/^holds\.endTime$/, 'Choose the time that it ends.'],
  [/^holds\.endDayOffset$/, 'A whole number of days from 0 to 366.'],
  [/^holds\.except\.\d+$/, 'Write days like 2026-12-24, one to a line; each has to be in the calendar.'],
  [/^holds\.also\.\d+$/, 'Write days like 2026-12-24, one to a line; each has to be in the calendar.'],
  [/^holds\.(start|end)$/, 'Write five fields: minute, hour, day of the month, month, day of the week.'],
];

const fields: ReadonlyArray<readonly [place: RegExp, field: string]> = [
  [/^holds\.(start\.clock|clock|zone)/, 'holds.clock'],
  [/^holds\.end\.clock/, 'holds.endClock'],
  [/^holds\.(start|end)\.local$/, 'holds.$1'],
  [/^holds\.(except|also)\.\d+$/, 'holds.$1'],
];

function fieldOf(place: string): string {
  const found = fields.find(([pattern]) => pattern.test(place));
  return found === undefined ? place : (place.match(found[0])?.[0] ?? place).replace(found[0], found[1]);
}

interface Issue {
  readonly path: readonly PropertyKey[];
}

function addIssues(issues: readonly Issue[], into: Record<string, string>, say: (at: number) => string): void {
  issues.forEach((issue, at) => {
    const place = issue.path.map(String).join('.');
    into[fieldOf(place)] ??= sayings.find(([pattern]) => pattern.test(place))?.[1] ?? say(at);
  });
}

export interface ReadWhen {
  readonly holds: When | null;
  readonly problems: RuleProblems;
}

/** Reads when a rule holds: a time, or what is wrong where. */
export function readWhen(draft: WhenDraft): ReadWhen {
  const parsed = When.safeParse(holdsOf(draft));
  const problems: Record<string, string> = {};
  if (draft.until !== '' && !Day.safeParse(draft.until).success) problems['holds.until'] = 'Choose a day, or none.';
  if (!parsed.success) {
    const { issues } = parsed.error;
    const placed = issues.map(({ path }) => ({ path: ['holds', ...path] }));
    addIssues(placed, problems, (at) => sentence(issues[at] === undefined ? '' : issueInWords(issues[at])));
    return { holds: null, problems };
  }
  for (const { where, problem } of whenProblems(parsed.data)) problems[where] ??= sentence(problem);
  return { holds: Object.keys(problems).length === 0 ? parsed.data : null, problems };
}

export interface ReadRule {
  /** Null while something is wrong. */
  readonly plan: ScheduleRulePlan | null;
  readonly problems: RuleProblems;
}

/** Reads what was typed: a rule, or what is wrong where. */
export function readRule(draft: RuleDraft): ReadRule {
  const { holds, problems: whenWrong } = readWhen(draft.holds);
  const { kind, name, reason, owner, scope } = draft;
  const parsed = ScheduleRulePlan.omit({ holds: true }).safeParse({ kind, name, reason, owner, scope });
  const problems: Record<string, string> = {};
  if (!parsed.success) {
    const { issues } = parsed.error;
    addIssues(issues, problems, (at) => sentence(issues[at] === undefined ? '' : issueInWords(issues[at])));
  }
  Object.assign(problems, whenWrong);
  return { plan: parsed.success && holds !== null ? { ...parsed.data, holds } : null, problems };
}
