import { proposeRoster } from '../../../shared/domain/rotation/propose-roster.ts';
import type { Rotation } from '../../../shared/domain/rotation/roster-hindrances.ts';
import {
  type NamedStep,
  type SkewFound,
  type SkewPlan,
  simulateSkew,
} from '../../../shared/domain/skew/simulate-skew.ts';
import type { ReleaseId } from '../../../shared/model/ids.ts';
import type { RosterPlace, RosterProposal } from '../../../shared/model/roster.ts';
import { type ForecastFound, type ForecastJob, runForecast } from '../forecast/forecast-job.ts';

/** A roster to propose around places that stay. */
interface RosterJob {
  readonly type: 'roster';
  readonly rotation: Rotation;
  readonly byHand: readonly RosterPlace[];
}

/** A step, and the release that takes it. */
interface ReleaseStep extends NamedStep {
  readonly releaseId: ReleaseId;
}

/** Versions to try in every order. */
interface SkewJob {
  readonly type: 'skew';
  readonly plan: SkewPlan<ReleaseStep>;
}

/** A piece of work for a thread beside the core, as plain data. */
export type ComputeJob = ForecastJob | RosterJob | SkewJob;

/** What each kind of work gives. */
export interface ComputeFound extends ForecastFound {
  readonly roster: RosterProposal;
  readonly skew: SkewFound<ReleaseStep>;
}

function run(job: ComputeJob): ComputeFound[ComputeJob['type']] {
  switch (job.type) {
    case 'roster':
      return proposeRoster(job.rotation, job.byHand);
    case 'skew':
      return simulateSkew(job.plan);
    default:
      return runForecast(job);
  }
}

/** Does a piece of work where it is called: the same job gives the same answer in any thread. */
export function runJob<J extends ComputeJob>(job: J): ComputeFound[J['type']] {
  // Each kind of work answers what `ComputeFound` names for its type.
  return run(job) as ComputeFound[J['type']];
}
