import * as z from 'zod';
import { AbsenceId, PersonId, ServiceId, TeamId } from './ids.ts';
import { Version } from './service-version.ts';
import { Day, Zone } from './time.ts';
import { LinkedProject, WorkingCalendar } from './train.ts';
import { TypedThroughput } from './typed-throughput.ts';

/** How much hangs on a service: 1 is the most critical. */
export const Tier = z.int().min(1).max(4);
export type Tier = z.infer<typeof Tier>;

/** A region as the organisation names it: `eu-west`, `APAC`. Compared without case. */
export const Region = z.string().trim().min(1).max(60);
export type Region = z.infer<typeof Region>;

export const ServicePlan = z.strictObject({
  name: z.string().trim().min(1).max(120),
  tier: Tier,
  teamId: TeamId.nullable(),
  regions: z.array(Region).max(100),
  /** The repositories and projects whose tickets and deployments are this service's. */
  projects: z.array(LinkedProject).max(100),
  /** The services that must be there first: a release of this one comes after theirs. */
  dependsOn: z.array(ServiceId).max(500),
  notes: z.string().max(10_000),
});
export type ServicePlan = z.infer<typeof ServicePlan>;

/** Something that is deployed and released by itself. */
export const Service = ServicePlan.extend({
  id: ServiceId,
  /** What runs now by people's word, where no departed release brought a version; null where nobody said. */
  runs: Version.nullable().default(null),
});
export type Service = z.infer<typeof Service>;

export const TeamPlan = z.strictObject({
  name: z.string().trim().min(1).max(120),
  zone: Zone,
  calendar: WorkingCalendar,
  /** The repositories and projects whose finished work items are this team's throughput. */
  projects: z.array(LinkedProject).max(100),
  notes: z.string().max(10_000),
});
export type TeamPlan = z.infer<typeof TeamPlan>;

/** People who plan and finish work together. */
export const Team = TeamPlan.extend({
  id: TeamId,
  /** What it finishes by people's own words, where no facts tell; null where nobody said. */
  typedThroughput: TypedThroughput.nullable().default(null),
});
export type Team = z.infer<typeof Team>;

export const PersonPlan = z.strictObject({
  name: z.string().trim().min(1).max(120),
  teamId: TeamId.nullable(),
  zone: Zone,
  skills: z.array(z.string().trim().min(1).max(60)).max(60),
  /** Takes a turn as release lead; a shadow learns beside one. */
  leads: z.enum(['lead', 'shadow', 'no']),
});
export type PersonPlan = z.infer<typeof PersonPlan>;

/** Somebody who has a part in releases. */
export const Person = PersonPlan.extend({ id: PersonId });
export type Person = z.infer<typeof Person>;

/** Days, both included, on which somebody is away. */
export const Absence = z.strictObject({
  id: AbsenceId,
  personId: PersonId,
  firstDay: Day,
  lastDay: Day,
  reason: z.string().max(400),
});
export type Absence = z.infer<typeof Absence>;
