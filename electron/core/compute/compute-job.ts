import { proposeRoster } from '../../../shared/domain/rotation/propose-roster.ts';
import type { Rotation } from '../../../shared/domain/rotation/roster-hindrances.ts';
import type { RosterPlace, RosterProposal } from '../../../shared/model/roster.ts';
import { type ForecastFound, type ForecastJob, runForecast } from '../forecast/forecast-job.ts';

/** A roster to propose around places that stay. */
interface RosterJob {
  readonly type: 'roster';
  readonly rotation: Rotation;
  readonly byHand: readonly RosterPlace[];
}

/** A piece of work for a thread beside the core, as plain data. */
export type ComputeJob = ForecastJob | RosterJob;

/** What each kind of work gives. */
export interface ComputeFound extends ForecastFound {
  readonly roster: RosterProposal;
}

/** Does a piece of work where it is called: the same job gives the same answer in any thread. */
export function runJob<J extends ComputeJob>(job: J): ComputeFound[J['type']] {
  const found = job.type === 'roster' ? proposeRoster(job.rotation, job.byHand) : runForecast(job);
  // Each kind of work answers what `ComputeFound` names for its type.
  return found as ComputeFound[J['type']];
}
