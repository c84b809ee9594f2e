import { compileBoarding } from '../../../shared/domain/boarding/match.ts';
import { checkStages } from '../../../shared/domain/calendar/check-stages.ts';
import { checkReleaseName } from '../../../shared/domain/calendar/release-name.ts';
import { validateRrule } from '../../../shared/domain/calendar/rrule.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { TrainPlan } from '../../../shared/model/train.ts';
import type { HolidaySource } from '../holidays.ts';

/** Any year will do to learn whether a place has public holidays. */
const SOME_YEAR = 2026;

export function refuse(where: string, message: string, remedy: string): never {
  throw new Failure('BAD_INPUT', message, { where, remedy });
}

function assertCadenceHolds({ cadence }: TrainPlan): void {
  const problem = cadence === null ? null : validateRrule(cadence.rrule);
  if (problem === null) return;
  refuse('cadence.rrule', problem, 'Write an RFC 5545 rule such as FREQ=WEEKLY;INTERVAL=2;BYDAY=TU.');
}

/** Refuses a plan that its own rules could not carry out, naming the field: stages, names, queries, holidays, cadence. */
export function assertPlanHolds(plan: TrainPlan, holidays: HolidaySource): void {
  const stage = checkStages(plan.stages)[0];
  if (stage) refuse(`stages.${stage.index}`, stage.message, stage.remedy);
  const name = checkReleaseName(plan.releaseName);
  if (name) refuse('releaseName', name, 'Correct or take away what stands in braces.');
  compileBoarding({ rules: plan.boarding, projects: [], releaseName: '' });
  holidays.of(plan.calendar.holidays, SOME_YEAR, SOME_YEAR);
  assertCadenceHolds(plan);
}
