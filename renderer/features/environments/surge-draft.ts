import { addDays } from '../../../shared/domain/calendar/days.ts';
import { dayOf, toInstant, toLocal } from '../../../shared/domain/calendar/zoned-time.ts';
import { extraUnits } from '../../../shared/domain/environments/surge.ts';
import { Rollout } from '../../../shared/model/environment-use.ts';
import type { EnvironmentId, TeamId } from '../../../shared/model/ids.ts';
import { type Instant, LocalTime, type Zone } from '../../../shared/model/time.ts';
import type { BookingSeed } from './booking-draft.ts';
import { type DraftProblems, wholeNumber } from './environment-draft.ts';
import type { RolloutDraft, SurgeDraft } from './search.ts';

/** A rollout to begin from: tomorrow evening, where nothing says otherwise. */
export function newRollout(
  number: number,
  { zone, now }: { readonly zone: Zone; readonly now: Instant },
): RolloutDraft {
  return {
    key: `rollout ${number}`,
    releaseId: null,
    title: '',
    startLocal: `${addDays(dayOf(now, zone), 1)}T20:00`,
    instances: '4',
    unitsPerInstance: '1',
    by: 'blue-green',
    overlapMinutes: '60',
    steps: [
      { surgePercent: '25', minutes: '30' },
      { surgePercent: '50', minutes: '30' },
    ],
  };
}

/** What the core is asked. */
export interface SurgeQuestion {
  readonly id: EnvironmentId;
  readonly teamId: TeamId;
  readonly standingUnits: number;
  readonly leadWorkingDays: number;
  readonly rollouts: Rollout[];
}

function between(text: string, [least, most]: readonly [number, number]): string | null {
  const number = wholeNumber(text);
  if (number >= least && number <= most) return null;
  return `Type a whole number from ${least} to ${most.toLocaleString('en-GB')}.`;
}

const MOST_MINUTES = 525_600;
const MOST_UNITS = 1_000_000;

function percentOf(text: string): number {
  return /^\d+([.,]\d+)?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN;
}

function rolloutProblems(rollout: RolloutDraft, place: string): DraftProblems {
  const problems: Record<string, string> = {};
  const check = (field: string, problem: string | null) => {
    if (problem !== null) problems[`${place}.${field}`] = problem;
  };
  check('startLocal', LocalTime.safeParse(rollout.startLocal).success ? null : 'Choose a day and a time.');
  check('instances', between(rollout.instances, [1, MOST_UNITS]));
  check('unitsPerInstance', between(rollout.unitsPerInstance, [1, MOST_UNITS]));
  if (rollout.by === 'blue-green') check('overlapMinutes', between(rollout.overlapMinutes, [0, MOST_MINUTES]));
  else if (rollout.steps.length === 0) check('steps', 'Add a step.');
  else {
    rollout.steps.forEach(({ surgePercent, minutes }, at) => {
      const percent = percentOf(surgePercent);
      check(`steps.${at}.surgePercent`, percent >= 0 && percent <= 1_000 ? null : 'Type a percentage from 0 to 1,000.');
      check(`steps.${at}.minutes`, between(minutes, [0, MOST_MINUTES]));
    });
  }
  return problems;
}

function rolloutOf(draft: RolloutDraft, zone: Zone): Rollout {
  const { key, releaseId, startLocal, instances, unitsPerInstance, by, overlapMinutes, steps } = draft;
  return Rollout.parse({
    id: key,
    releaseId,
    startAt: toInstant(LocalTime.parse(startLocal), zone),
    instances: wholeNumber(instances),
    unitsPerInstance: wholeNumber(unitsPerInstance),
    how:
      by === 'blue-green'
        ? { by, overlapMinutes: wholeNumber(overlapMinutes) }
        : {
            by,
            steps: steps.map((step) => ({
              surgePercent: percentOf(step.surgePercent),
              minutes: wholeNumber(step.minutes),
            })),
          },
  });
}

/** Reads a draft: the question, or what is wrong, by place: `standingUnits`, `rollouts.0.instances`. */
export function readSurge(
  draft: SurgeDraft,
  zone: Zone,
): { readonly question: SurgeQuestion | null; readonly problems: DraftProblems } {
  const problems: Record<string, string> = {};
  const standing = between(draft.standingUnits, [0, MOST_UNITS]);
  const lead = between(draft.leadWorkingDays, [0, 250]);
  if (standing !== null) problems['standingUnits'] = standing;
  if (lead !== null) problems['leadWorkingDays'] = lead;
  draft.rollouts.forEach((rollout, at) => Object.assign(problems, rolloutProblems(rollout, `rollouts.${at}`)));
  const { environmentId, teamId } = draft;
  const isComplete = environmentId !== '' && teamId !== '' && draft.rollouts.length > 0;
  if (!isComplete || Object.keys(problems).length > 0) return { question: null, problems };
  const question = {
    id: environmentId,
    teamId,
    standingUnits: wholeNumber(draft.standingUnits),
    leadWorkingDays: wholeNumber(draft.leadWorkingDays),
    rollouts: draft.rollouts.map((rollout) => rolloutOf(rollout, zone)),
  };
  return { question, problems };
}

/** The booking that would reserve what a rollout takes beyond what runs; null where it takes nothing. */
export function reservationFor(rollout: Rollout, title: string, environmentId: EnvironmentId): BookingSeed | null {
  const parts = extraUnits(rollout);
  const units = Math.max(0, ...parts.map((part) => part.units));
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || units === 0 || last.end <= first.start) return null;
  return {
    environmentId,
    releaseId: rollout.releaseId ?? undefined,
    title: `${title === '' ? 'Rollout' : title} ${rollout.how.by}`,
    span: { start: first.start, end: last.end },
    purpose: rollout.how.by,
    units,
  };
}

/** When a rollout of a release begins: as it departs. */
export function startOfRelease(departsAt: Instant, zone: Zone): string {
  return toLocal(departsAt, zone);
}
