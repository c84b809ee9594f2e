import type { Assignment } from '../../model/assignment.ts';
import type { Absence, Person, Service, Team } from '../../model/catalogue.ts';
import type { Booking, Environment } from '../../model/environment.ts';
import type { PersonId, ReleaseId } from '../../model/ids.ts';
import type { Milestone, Release } from '../../model/release.ts';
import type { Override, ScheduleRule } from '../../model/schedule-rule.ts';
import type { Span } from '../../model/span.ts';
import type { Instant } from '../../model/time.ts';
import type { Train } from '../../model/train.ts';
import type { Occurrence } from '../../model/verdict.ts';
import type { WorkingDays } from '../calendar/working-days.ts';

/** A train with its calendar's holidays looked up; `ownerId` is the person whom its owner's name stands for. */
export interface PlanTrain {
  readonly train: Train;
  readonly days: WorkingDays;
  readonly ownerId: PersonId | null;
}

/** A team with its calendar's holidays looked up. */
export interface PlanTeam {
  readonly team: Team;
  readonly days: WorkingDays;
}

/** A window, freeze or maintenance with the times that it holds inside the plan's horizon. */
export interface PlanRule {
  readonly rule: ScheduleRule;
  readonly occurrences: readonly Occurrence[];
}

/** Scope items of a release that wait for a decision: neither boarded nor dropped. */
export interface UnboardedScope {
  readonly releaseId: ReleaseId;
  /** Null where it is not known: the boarding rules would look at too many work items. */
  readonly count: number | null;
}

/** What a plan does not say, and what is then taken for granted. */
export interface PlanAssumptions {
  /** How long a deployment lasts whose end is not planned. */
  readonly deploymentMinutes: number;
  /** Releases further apart than this do not wait for each other. */
  readonly dependencyDays: number;
  /** Roles that only one person at a time can have in a release. */
  readonly soleRoles: readonly string[];
}

/** Everything that conflicts are found in, as it stood at `now`. */
export interface Plan {
  readonly now: Instant;
  /** The time whose windows, freezes and maintenances are known: deployments beyond it are not judged against them. */
  readonly horizon: Span;
  readonly trains: readonly PlanTrain[];
  readonly releases: readonly Release[];
  readonly milestones: readonly Milestone[];
  readonly unboarded: readonly UnboardedScope[];
  readonly environments: readonly Environment[];
  readonly bookings: readonly Booking[];
  readonly services: readonly Service[];
  readonly teams: readonly PlanTeam[];
  readonly people: readonly Person[];
  readonly absences: readonly Absence[];
  readonly assignments: readonly Assignment[];
  readonly rules: readonly PlanRule[];
  readonly overrides: readonly Override[];
  readonly assumptions: PlanAssumptions;
}

/** One thing put into a plan in place of what had its id, or taken out (`to` null). */
export type Edit =
  | { readonly kind: 'release'; readonly id: string; readonly to: Release | null }
  | { readonly kind: 'milestone'; readonly id: string; readonly to: Milestone | null }
  | { readonly kind: 'booking'; readonly id: string; readonly to: Booking | null }
  | { readonly kind: 'assignment'; readonly id: string; readonly to: Assignment | null }
  | { readonly kind: 'absence'; readonly id: string; readonly to: Absence | null }
  | { readonly kind: 'rule'; readonly id: string; readonly to: PlanRule | null }
  | { readonly kind: 'override'; readonly id: string; readonly to: Override | null }
  | { readonly kind: 'unboarded'; readonly id: string; readonly to: UnboardedScope | null }
  | { readonly kind: 'train'; readonly id: string; readonly to: PlanTrain | null }
  | { readonly kind: 'environment'; readonly id: string; readonly to: Environment | null }
  | { readonly kind: 'service'; readonly id: string; readonly to: Service | null }
  | { readonly kind: 'team'; readonly id: string; readonly to: PlanTeam | null }
  | { readonly kind: 'person'; readonly id: string; readonly to: Person | null }
  | { readonly kind: 'now'; readonly to: Instant };

/** What changes together. */
export type PlanChange = readonly Edit[];
