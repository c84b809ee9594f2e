import * as z from 'zod';
import { ConnectionId, ServiceId, TeamId, TrainId } from './ids.ts';
import { ClockTime, Day, Zone } from './time.ts';

/** What a milestone is for; `custom` carries only its name. */
export const MilestoneKind = z.enum([
  'scope-cut-off',
  'code-freeze',
  'integration',
  'uat',
  'cab',
  'go-no-go',
  'deployment',
  'hypercare',
  'custom',
]);
export type MilestoneKind = z.infer<typeof MilestoneKind>;

export const OffsetUnit = z.enum(['working-days', 'calendar-days']);
export type OffsetUnit = z.infer<typeof OffsetUnit>;

/** Days from the release day; negative lies before it. */
export const Offset = z.strictObject({ amount: z.int().min(-400).max(400), unit: OffsetUnit });
export type Offset = z.infer<typeof Offset>;

/** One dated point or span that each release of a train gets, placed relative to the release day. */
export const Stage = z.strictObject({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'a stage key is lower-case letters, digits and dashes'),
  name: z.string().trim().min(1).max(80),
  kind: MilestoneKind,
  start: Offset,
  startTime: ClockTime,
  /** Absent for a point in time. */
  end: Offset.nullable(),
  endTime: ClockTime.nullable(),
});
export type Stage = z.infer<typeof Stage>;

/** How many days off a train's own calendar names, and how many stages it has, at most. */
export const MOST_DAYS_OFF = 400;
export const MOST_STAGES = 40;

/** Which days are worked: ISO weekdays (1 = Monday), less public holidays and days named here. */
export const WorkingCalendar = z.strictObject({
  workdays: z.array(z.int().min(1).max(7)).min(1).max(7),
  /** `DE`, `US`, or with a region `DE-BY`, as date-holidays names them; null for no public holidays. */
  holidays: z
    .string()
    .regex(/^[A-Z]{2}(-[A-Za-z0-9]+){0,2}$/, 'a country is written DE, a region DE-BY')
    .nullable(),
  extraDaysOff: z.array(Day).max(MOST_DAYS_OFF),
});
export type WorkingCalendar = z.infer<typeof WorkingCalendar>;

/** How a train recurs: an RFC 5545 RRULE over release days, counted from `from`. */
export const Cadence = z.strictObject({
  rrule: z.string().trim().min(1).max(400),
  from: Day,
  departureTime: ClockTime,
  /** What to do where an occurrence is no working day. */
  onDayOff: z.enum(['keep', 'next-working-day', 'previous-working-day']),
});
export type Cadence = z.infer<typeof Cadence>;

/** A repository, project or board of a connection that a train ships. */
export const LinkedProject = z.strictObject({
  connectionId: ConnectionId,
  key: z.string().min(1).max(200),
});
export type LinkedProject = z.infer<typeof LinkedProject>;

/** How work items board by themselves; `{release}` in a pattern stands for the release's name. */
export const BoardingRule = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('version'), pattern: z.string().min(1).max(120) }),
  z.strictObject({ by: z.literal('label'), pattern: z.string().min(1).max(120) }),
  z.strictObject({ by: z.literal('query'), text: z.string().min(1).max(200) }),
]);
export type BoardingRule = z.infer<typeof BoardingRule>;

/** What people type about a train. */
export const TrainPlan = z.strictObject({
  name: z.string().trim().min(1).max(80),
  owner: z.string().trim().max(120),
  zone: Zone,
  calendar: WorkingCalendar,
  /** Null for a train whose releases are dated by hand. */
  cadence: Cadence.nullable(),
  /** `{year}`, `{week}`, `{month}`, `{day}` (of the release day) and `{n}` (running number) are filled in. */
  releaseName: z.string().trim().min(1).max(120),
  stages: z.array(Stage).max(MOST_STAGES),
  projects: z.array(LinkedProject).max(200),
  /** The services that it ships, and the teams that work for it. */
  services: z.array(ServiceId).max(500),
  teams: z.array(TeamId).max(100),
  /** The last working days up to each departure that are kept free for what slips; 0 for none. */
  bufferDays: z.int().min(0).max(200),
  boarding: z.array(BoardingRule).max(20),
  notes: z.string().max(10_000),
});
export type TrainPlan = z.infer<typeof TrainPlan>;

/** A recurring plan: cadence, stages with offsets, what it ships. */
export const Train = TrainPlan.extend({
  id: TrainId,
  archived: z.boolean(),
  /** Where an imported train comes from, for attribution; null for one made here. */
  source: z.string().max(400).nullable(),
});
export type Train = z.infer<typeof Train>;
