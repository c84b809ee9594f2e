import * as z from 'zod';
import { OverrideId, ScheduleRuleId } from '../model/ids.ts';
import { Override, ScheduleRule, ScheduleRulePlan } from '../model/schedule-rule.ts';
import { Nothing } from './page.ts';
import { command, query } from './procedure.ts';

export const scheduleRulesContract = {
  list: query(
    'Lists the windows, freezes and maintenance with the overrides of freezes.',
    ['schedule-rule', 'override'],
    Nothing,
    z.strictObject({ rules: z.array(ScheduleRule), overrides: z.array(Override) }),
  ),
  add: command('Adds a window, freeze or maintenance.', ScheduleRulePlan, z.strictObject({ id: ScheduleRuleId })),
  update: command(
    'Changes a window, freeze or maintenance.',
    z.strictObject({ id: ScheduleRuleId, plan: ScheduleRulePlan }),
    Nothing,
  ),
  remove: command(
    'Removes a window, freeze or maintenance with its overrides.',
    z.strictObject({ id: ScheduleRuleId }),
    Nothing,
  ),
  requestOverride: command(
    'Asks for deployments to be let through a freeze; somebody else has to approve.',
    Override.pick({ freezeId: true, scope: true, startAt: true, endAt: true, reason: true }),
    z.strictObject({ id: OverrideId }),
  ),
  approveOverride: command(
    'Approves an override, in the name of somebody other than who asked for it.',
    z.strictObject({ id: OverrideId, approver: z.string().trim().min(1).max(120) }),
    Nothing,
  ),
  removeOverride: command('Takes an override back.', z.strictObject({ id: OverrideId }), Nothing),
};
