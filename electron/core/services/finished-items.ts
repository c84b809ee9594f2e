import { addDays } from '../../../shared/domain/calendar/days.ts';
import { local, toInstant } from '../../../shared/domain/calendar/zoned-time.ts';
import type { FinishedRow } from '../../../shared/model/forecast.ts';
import type { TeamId, TrainId } from '../../../shared/model/ids.ts';
import type { ClockTime, Day, Zone } from '../../../shared/model/time.ts';
import type { LinkedProject } from '../../../shared/model/train.ts';
import type { CoreContext } from '../core-context.ts';
import { finishedBetween } from '../db/repositories/throughput.ts';
import { decisionOf } from './decision-of.ts';

const MIDNIGHT = '00:00' as ClockTime;

interface FinishedQuestion {
  readonly of: { readonly kind: 'team'; readonly id: TeamId } | { readonly kind: 'train'; readonly id: TrainId };
  readonly from: Day;
  readonly to: Day;
  readonly types: readonly string[] | null;
  readonly limit: number;
}

function ownerOf({ db }: CoreContext, { of }: FinishedQuestion): { zone: Zone; projects: readonly LinkedProject[] } {
  return of.kind === 'team' ? decisionOf(db, 'team', of.id) : decisionOf(db, 'train', of.id);
}

/** The items that a team or a train's projects finished on some days, the newest first, and how many there are of them. */
export function finishedOf(core: CoreContext, question: FinishedQuestion): { rows: FinishedRow[]; total: number } {
  const { zone, projects } = ownerOf(core, question);
  const startOf = (day: Day) => toInstant(local(day, MIDNIGHT), zone);
  const range = { from: startOf(question.from), to: startOf(addDays(question.to, 1)) };
  const found = projects
    .flatMap((project) => finishedBetween(core.db, project, range))
    .filter(({ type }) => question.types === null || question.types.includes(type))
    .sort((one, other) => other.doneAt - one.doneAt || (one.id < other.id ? -1 : 1));
  return { rows: found.slice(0, question.limit), total: found.length };
}
