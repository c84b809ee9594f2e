import type { Override, ScheduleRule, Scope } from '../../model/schedule-rule.ts';
import type { Span } from '../../model/span.ts';
import type { Because } from '../../model/verdict.ts';
import { foldText } from '../text/fold-text.ts';
import { occurrencesOf } from './occurrences.ts';
import { regionKey } from './scope.ts';
import { span } from './spans.ts';

/** What is wrong with something that people typed: the field, and a sentence for them. */
export interface Problem {
  readonly where: string;
  readonly problem: string;
}

/** What somebody asks for; `freeze` is the rule that its id names, null where there is none. */
export interface OverrideRequest {
  readonly override: Pick<Override, 'scope' | 'startAt' | 'endAt' | 'reason' | 'requestedBy'>;
  readonly freeze: ScheduleRule | null;
}

/** Who wants to approve an override, and when. */
export interface Approval {
  readonly override: Pick<Override, 'requestedBy' | 'approvedBy' | 'endAt'>;
  readonly approvedBy: string;
  readonly at: number;
}

const DAY = 86_400_000;
/** An override that lasts longer is a change of the freeze, and ought to be one. */
const LONGEST_DAYS = 31;

/** Whether two names are of one person: compared without case and without any space. */
export function isSamePerson(a: string, b: string): boolean {
  return foldText(a.replaceAll(/\s+/g, '')) === foldText(b.replaceAll(/\s+/g, ''));
}

/**
 * When an override counts; null while nobody has approved it, or only who asked for it. It counts from its approval on: what
 * was deployed before that had not been let through.
 */
export function countsIn(override: Override): Span | null {
  const { approvedBy, approvedAt, requestedBy, startAt, endAt } = override;
  if (approvedBy === null || approvedAt === null || approvedBy.trim() === '') return null;
  if (isSamePerson(approvedBy, requestedBy)) return null;
  const counts = span(Math.max(startAt, approvedAt), endAt);
  return counts.start < counts.end ? counts : null;
}

/**
 * Who answers for an override: `approved by Grace, recorded by Ada, who asked for it`. The approver is a name that somebody typed,
 * so whoever was at work then is told with it.
 */
export function approvalWords(override: Pick<Override, 'requestedBy' | 'approvedBy' | 'recordedBy'>): string {
  const { requestedBy, approvedBy, recordedBy } = override;
  if (approvedBy === null) return 'not approved yet';
  if (recordedBy === null) return `approved by ${approvedBy}`;
  const asked = isSamePerson(recordedBy, requestedBy) ? ', who asked for it' : '';
  return `approved by ${approvedBy}, recorded by ${recordedBy}${asked}`;
}

/** Who answers for the overrides that let something through, each once. */
export function approvalsWords(because: readonly Pick<Because, 'override'>[]): string {
  return [...new Set(because.flatMap(({ override }) => (override === null ? [] : approvalWords(override))))].join('; ');
}

function shareNothing(a: readonly (string | number)[], b: readonly (string | number)[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((one) => b.includes(one));
}

/** Whether no target can be one that both scopes are about, as far as their lists alone say. */
function areApart(a: Scope, b: Scope): boolean {
  return (
    shareNothing(a.regions.map(regionKey), b.regions.map(regionKey)) ||
    shareNothing(a.environments, b.environments) ||
    shareNothing(a.services, b.services) ||
    shareNothing(a.tiers, b.tiers) ||
    shareNothing(a.teams, b.teams) ||
    shareNothing(a.tenants, b.tenants)
  );
}

function freezeProblem({ override, freeze }: OverrideRequest): string | null {
  if (freeze === null) return 'The freeze that it should let through does not exist.';
  if (freeze.kind !== 'freeze') {
    return `"${freeze.name}" is a ${freeze.kind}, and an override lets through freezes only.`;
  }
  if (override.startAt >= override.endAt) return null;
  if (override.endAt - override.startAt > LONGEST_DAYS * DAY) return null;
  const held = occurrencesOf(freeze.holds, span(override.startAt, override.endAt));
  return held.length === 0 ? `"${freeze.name}" does not hold at any time of the override.` : null;
}

function spanProblem({ startAt, endAt }: OverrideRequest['override']): string | null {
  if (startAt >= endAt) return 'The override ends before it starts.';
  if (endAt - startAt <= LONGEST_DAYS * DAY) return null;
  return `The override lasts longer than ${LONGEST_DAYS} days; change the freeze instead.`;
}

/**
 * What stands against an override as it is asked for, none where it can be: it needs a reason, somebody who asks, a freeze
 * that exists, holds at some time of it and is about something of its scope, and no more than 31 days.
 */
export function requestProblems(request: OverrideRequest): readonly Problem[] {
  const { override, freeze } = request;
  const isApart = freeze !== null && freeze.kind === 'freeze' && areApart(freeze.scope, override.scope);
  const checks: readonly (readonly [where: string, problem: string | null])[] = [
    ['freezeId', freezeProblem(request)],
    ['endAt', spanProblem(override)],
    ['scope', isApart ? `"${freeze.name}" is about nothing of what the override names.` : null],
    ['reason', override.reason.trim() === '' ? 'An override needs a reason.' : null],
    ['requestedBy', override.requestedBy.trim() === '' ? 'An override needs somebody who asks for it.' : null],
  ];
  return checks.flatMap(([where, problem]) => (problem === null ? [] : [{ where, problem }]));
}

/** What stands against an approval: it needs somebody other than who asked, once, and before the override is over. */
export function approvalProblems({ override, approvedBy, at }: Approval): readonly Problem[] {
  const where = 'approvedBy';
  if (approvedBy.trim() === '') return [{ where, problem: 'An override needs somebody who approves it.' }];
  if (override.approvedBy !== null) {
    return [{ where, problem: `The override was approved already, by ${override.approvedBy}.` }];
  }
  if (isSamePerson(approvedBy, override.requestedBy)) {
    return [{ where, problem: `${override.requestedBy} asked for the override; somebody else has to approve it.` }];
  }
  if (at < override.endAt) return [];
  return [{ where: 'endAt', problem: 'The override is over: an approval would let nothing through.' }];
}
