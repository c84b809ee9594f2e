import { whenProblems } from '../../../shared/domain/freezes/check-when.ts';
import {
  approvalProblems,
  approvalWords,
  type Problem,
  requestProblems,
} from '../../../shared/domain/freezes/override-rules.ts';
import type { OverrideId, ScheduleRuleId } from '../../../shared/model/ids.ts';
import type { Override, ScheduleRule, ScheduleRulePlan } from '../../../shared/model/schedule-rule.ts';
import type { CoreContext } from '../core-context.ts';
import { allOverrides, allScheduleRules, overridesOf } from '../db/repositories/schedule-rules.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { mergedOver } from './changed-meanwhile.ts';
import { decisionOf } from './decision-of.ts';
import { putNamed, removeNamed } from './named-decisions.ts';
import { assertStaysFreeze } from './overridden-freeze.ts';
import { scheduleQuestions } from './schedule-questions.ts';
import { refuse } from './train-plan.ts';

type Nothing = Record<string, never>;

/** Refuses with the first of the problems, if there is one. */
function assertNone(problems: readonly Problem[]): void {
  const first = problems[0];
  if (first !== undefined) refuse(first.where, first.problem, 'Correct it and try again.');
}

function addRule(plan: ScheduleRulePlan, tools: CommandTools): Decision<{ id: ScheduleRuleId }> {
  assertNone(whenProblems(plan.holds));
  // Ids made by newId are ids.
  const id = tools.newId('schedule-rule') as ScheduleRuleId;
  putNamed('schedule-rule', { ...plan, id, source: null }, tools);
  return { output: { id }, summary: `Added ${plan.kind} “${plan.name}”` };
}

interface RuleUpdate {
  readonly id: ScheduleRuleId;
  readonly plan: ScheduleRulePlan;
  readonly base?: ScheduleRulePlan | undefined;
}

/** A refusal names the fields that were changed meanwhile: when it holds is called its times there. */
function withTimes({ kind, name, reason, owner, scope, holds }: ScheduleRulePlan) {
  return { kind, name, reason, owner, scope, times: holds };
}

function updateRule({ id, plan, base }: RuleUpdate, tools: CommandTools): Decision<Nothing> {
  assertNone(whenProblems(plan.holds));
  const before = decisionOf(tools.tx.db, 'schedule-rule', id);
  const typed = { wanted: withTimes(plan), base: base && withTimes(base) };
  const { times, ...merged } = mergedOver(withTimes(before), typed, `${before.kind} “${before.name}”`);
  const rule: ScheduleRule = { ...before, ...merged, holds: times };
  assertStaysFreeze(tools.tx.db, rule);
  putNamed('schedule-rule', rule, tools);
  return { output: {}, summary: `Changed ${rule.kind} “${rule.name}”` };
}

function removeRule({ id }: { readonly id: ScheduleRuleId }, tools: CommandTools): Decision<Nothing> {
  for (const override of overridesOf(tools.tx.db, id)) tools.tx.remove('override', override.id);
  return removeNamed('schedule-rule', id, tools);
}

type OverrideRequest = Pick<Override, 'freezeId' | 'scope' | 'startAt' | 'endAt' | 'reason'>;

const NOT_APPROVED = { approvedBy: null, approvedAt: null, recordedBy: null };

function requestOverride(
  input: OverrideRequest,
  { tx, newId, now, actor }: CommandTools,
): Decision<{ id: OverrideId }> {
  const freeze = decisionOf(tx.db, 'schedule-rule', input.freezeId);
  assertNone(requestProblems({ override: { ...input, requestedBy: actor }, freeze }));
  // Ids made by newId are ids.
  const id = newId('override') as OverrideId;
  tx.put('override', { ...input, id, requestedBy: actor, requestedAt: now, ...NOT_APPROVED });
  return { output: { id }, summary: `Asked to override freeze “${freeze.name}”: ${input.reason}` };
}

function approveOverride(
  { id, approver }: { readonly id: OverrideId; readonly approver: string },
  { tx, now, actor }: CommandTools,
): Decision<Nothing> {
  const override = decisionOf(tx.db, 'override', id);
  assertNone(approvalProblems({ override, approvedBy: approver, at: now }));
  const approved = { ...override, approvedBy: approver, approvedAt: now, recordedBy: actor };
  tx.put('override', approved);
  const { name } = decisionOf(tx.db, 'schedule-rule', override.freezeId);
  return { output: {}, summary: `Override of freeze “${name}” ${approvalWords(approved)}` };
}

/** Windows, freezes, maintenance, and the overrides of freezes. */
export function scheduleRulesService(os: Os, core: CoreContext) {
  return {
    ...scheduleQuestions(os, core),
    list: os.scheduleRules.list.handler(() => ({
      rules: allScheduleRules(core.db),
      overrides: allOverrides(core.db),
    })),
    add: os.scheduleRules.add.handler(decide(core, addRule)),
    update: os.scheduleRules.update.handler(decide(core, updateRule)),
    remove: os.scheduleRules.remove.handler(decide(core, removeRule)),
    requestOverride: os.scheduleRules.requestOverride.handler(decide(core, requestOverride)),
    approveOverride: os.scheduleRules.approveOverride.handler(decide(core, approveOverride)),
    removeOverride: os.scheduleRules.removeOverride.handler(
      decide(core, ({ id }: { readonly id: OverrideId }, { tx }) => {
        const { freezeId } = decisionOf(tx.db, 'override', id);
        const { name } = decisionOf(tx.db, 'schedule-rule', freezeId);
        tx.remove('override', id);
        return { output: {}, summary: `Took back an override of freeze “${name}”` };
      }),
    ),
  };
}
