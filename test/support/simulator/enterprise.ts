import type { StatusCategory } from '../../../shared/model/connection.ts';
import type { Rhythm } from './rhythm.ts';

/** What a status of a workflow is for. */
export type Role = 'backlog' | 'ready' | 'build' | 'review' | 'verify' | 'done' | 'blocked' | 'dropped';

export interface Status {
  readonly role: Role;
  readonly name: string;
  readonly category: StatusCategory;
}

export interface Workflow {
  readonly name: string;
  readonly statuses: readonly Status[];
}

export interface SimulatedPerson {
  readonly index: number;
  readonly login: string;
  readonly name: string;
}

/** One departure of a simulated train; all milliseconds UTC. */
export interface SimulatedDeparture {
  readonly name: string;
  /** What is not ready by then rides with the next one, or is late. */
  readonly cutOffAt: number;
  readonly freezeAt: number;
  readonly departsAt: number;
}

export interface SimulatedTrain {
  readonly index: number;
  readonly name: string;
  /** By departure. */
  readonly departures: readonly SimulatedDeparture[];
}

/** How merged changes reach production: each by itself, one batch a working day, or with a train. */
export type Delivery = 'on-demand' | 'daily' | 'train';

export interface SimulatedService {
  readonly index: number;
  readonly name: string;
  /** `owner/name`. */
  readonly fullName: string;
  readonly teamIndex: number;
  readonly delivery: Delivery;
  readonly jobs: readonly string[];
  /** Share of pipeline runs that fail for no reason and pass when repeated. */
  readonly flakiness: number;
  /** Share of production deployments that cause an incident. */
  readonly changeFailureRate: number;
}

export interface SimulatedTeam {
  readonly index: number;
  readonly name: string;
  /** The ticketing project's key. */
  readonly key: string;
  readonly tracker: 'jira' | 'github';
  readonly workflow: Workflow;
  readonly people: readonly SimulatedPerson[];
  /** Running sums of who does how much; a few do most. */
  readonly activity: ArrayLike<number>;
  readonly services: readonly SimulatedService[];
  readonly serviceWeights: ArrayLike<number>;
  /** How many changes (tickets) it starts between `from` and `to`. */
  readonly changes: number;
  /** Multiplies every working time: 2 is half as fast as 1. */
  readonly pace: number;
  readonly rhythm: Rhythm;
  readonly train: SimulatedTrain | null;
  /** What its tickets are called; null for the simulator's own words. */
  readonly titles: readonly string[] | null;
}

export interface Dependency {
  readonly from: number;
  readonly to: number;
}

/** A whole simulated enterprise: who there is; its history is generated from this, piece by piece. */
export interface Enterprise {
  readonly seed: number;
  readonly owner: string;
  /** History begins and ends here, milliseconds UTC. */
  readonly from: number;
  readonly to: number;
  readonly trains: readonly SimulatedTrain[];
  readonly teams: readonly SimulatedTeam[];
  readonly services: readonly SimulatedService[];
  /** `from` calls `to`; never in a circle. */
  readonly dependencies: readonly Dependency[];
}
