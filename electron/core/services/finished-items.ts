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

/** The items that a team's or a train's projects finished on some days. */
interface Finished {
  /** The newest first. */
  rows: FinishedRow[];
  total: number;
  /** How many more ended undone on these days. */
  undone: number;
}

/** The items that a team's or a train's projects finished on some days, and how many more ended undone. */
export function finishedOf(core: CoreContext, question: FinishedQuestion): Finished {
  const { zone, projects } = ownerOf(core, question);
  const startOf = (day: Day) => toInstant(local(day, MIDNIGHT), zone);
  const range = { from: startOf(question.from), to: startOf(addDays(question.to, 1)) };
  const ended = projects
    .flatMap((project) => finishedBetween(core.db, project, range))
    .filter(({ type }) => question.types === null || question.types.includes(type));
  const found = ended
    .flatMap(({ undone, ...row }) => (undone ? [] : [row]))
    .sort((one, other) => other.doneAt - one.doneAt || (one.id < other.id ? -1 : 1));
  return { rows: found.slice(0, question.limit), total: found.length, undone: ended.length - found.length };
}
