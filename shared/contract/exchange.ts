import * as z from 'zod';
import { CalendarContent, Feed, FeedPlan } from '../model/feed.ts';
import { ReleaseId, TrainId } from '../model/ids.ts';
import { ImportedPlan } from '../model/imported-plan.ts';
import { RuleFact, RuleFacts } from '../model/imported-rule.ts';
import { ImportedThings, TableContent } from '../model/imported-things.ts';
import { ScheduleRuleKind, Scope } from '../model/schedule-rule.ts';
import { Day } from '../model/time.ts';
import { BaselineChoice, history } from './adherence.ts';
import { reads } from './conflicts.ts';
import { Nothing } from './page.ts';
import { command, query, readingAction } from './procedure.ts';

/** A calendar file and what its events are to become. */
const CalendarFile = z.strictObject({
  /** The text of an iCalendar file. */
  text: z.string().max(950_000),
  /** Kept where an event says itself what it is, as those of an export do. */
  kind: ScheduleRuleKind,
  /** What the calendar is called here: events are known again by it and their uid. */
  calendar: z.string().trim().min(1).max(400),
  /** Whether the file also changes what was changed by hand since it was last imported. */
  overHand: z.boolean().default(false),
});

/** What importing would do with one event. */
export const CalendarRow = z.strictObject({
  uid: z.string(),
  name: z.string(),
  state: z.enum(['new', 'changed', 'same', 'problem']),
  /** What would change. */
  changed: z.array(RuleFact),
  /** What stays because it was changed by hand here. */
  kept: z.array(RuleFact),
  /** What the rule is here, and what the file says of it; null where both are the same, or there is no rule yet. */
  here: RuleFacts.nullable(),
  there: RuleFacts.nullable(),
  /** What is read otherwise than the file has it, in words that go on after its name. */
  notes: z.array(z.string()),
  /** Why it cannot be taken. */
  problem: z.string().nullable(),
});
export type CalendarRow = z.infer<typeof CalendarRow>;

/** A plan out of a file, and who wins where people changed here what an earlier import wrote. */
const PlanFile = ImportedPlan.extend({
  /** Whether the file also changes what was changed by hand since it was last imported. */
  overHand: z.boolean().default(false),
});

/** Rows of the file that could not even be sent: they are counted as left out. */
const unread = z.int().min(0).max(1_000_000).default(0);

/** What importing would do with one release. */
export const PlanRow = z.strictObject({
  uid: z.string(),
  line: z.int().nullable(),
  train: z.string(),
  name: z.string(),
  day: Day,
  /** The release that it is here; null for one that would be made. */
  releaseId: ReleaseId.nullable(),
  state: z.enum(['new', 'changed', 'same', 'problem']),
  /** What would change, a sentence each. */
  changed: z.array(z.string()),
  /** What stays because it was changed by hand here, a sentence each. */
  kept: z.array(z.string()),
  /** Why it cannot be taken, and what to do. */
  problem: z.strictObject({ message: z.string(), remedy: z.string() }).nullable(),
});
export type PlanRow = z.infer<typeof PlanRow>;

/** What importing would do with one row of a table of things. */
export const ImportedThingRow = z.strictObject({
  line: z.int(),
  name: z.string(),
  state: z.enum(['new', 'changed', 'same', 'problem']),
  /** What would change, a sentence each. */
  changed: z.array(z.string()),
  /** Why it cannot be taken, and what to do. */
  problem: z.strictObject({ message: z.string(), remedy: z.string() }).nullable(),
});
export type ImportedThingRow = z.infer<typeof ImportedThingRow>;

/** What of the plan is worth a table that is only read. */
export const Report = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('conflicts') }),
  /** Null for every train. */
  z.strictObject({ of: z.literal('adherence'), trainId: TrainId.nullable(), baseline: BaselineChoice }),
]);
export type Report = z.infer<typeof Report>;

export const exchangeContract = {
  previewThings: query(
    'Shows what importing a table of teams, people, services, environments, rules or bookings would do; nothing is written.',
    ['team', 'person', 'service', 'environment', 'schedule-rule', 'booking', 'train', 'release', 'workspace'],
    ImportedThings,
    z.strictObject({ rows: z.array(ImportedThingRow) }),
  ),
  importThings: command(
    'Makes teams, people, services, environments, rules or bookings of a table; those that are known are changed, not doubled.',
    ImportedThings.extend({
      /** The rows to take, by line; null for all that can be taken. */
      accepted: z.array(z.int()).min(1).max(2_000).nullable(),
      unread,
    }),
    z.strictObject({ added: z.int(), changed: z.int() }),
  ),
  previewPlan: query(
    'Shows what importing a plan would do, release by release; nothing is written.',
    ['train', 'release', 'milestone', 'workspace'],
    PlanFile,
    z.strictObject({
      rows: z.array(PlanRow),
      /** The trains that it would make. */
      newTrains: z.array(z.string()),
      /** Releases imported from this source before that it does not have any more; they stay. */
      gone: z.array(z.strictObject({ id: ReleaseId, name: z.string() })),
    }),
  ),
  importPlan: command(
    'Makes releases and milestones of a plan out of a file; those that are known are changed, not doubled.',
    PlanFile.extend({
      /** The releases to take, by uid; null for all that can be taken. */
      accepted: z.array(z.string().max(400)).min(1).max(20_000).nullable(),
      unread,
    }),
    z.strictObject({ added: z.int(), changed: z.int(), trains: z.array(TrainId) }),
  ),
  previewCalendar: query(
    'Shows what importing a calendar file would do, event by event; nothing is written.',
    ['schedule-rule', 'workspace'],
    CalendarFile,
    z.strictObject({
      /** The name that the file gives itself. */
      name: z.string(),
      rows: z.array(CalendarRow),
      /** Rules imported before whose event the file does not have any more; they stay. */
      gone: z.array(z.strictObject({ uid: z.string(), name: z.string() })),
      /** Events that the file says were called off. */
      cancelled: z.int(),
      /** Releases and milestones of an exported plan, which are no rules. */
      plan: z.int(),
    }),
  ),
  importCalendar: command(
    'Makes windows, freezes or maintenance of the events that were accepted; those imported before are changed, not doubled.',
    CalendarFile.extend({
      scope: Scope,
      /** The events to take, by uid. */
      accepted: z.array(z.string().max(1_000)).min(1).max(20_000),
    }),
    z.strictObject({ added: z.int(), changed: z.int() }),
  ),
  calendar: query(
    'Writes an iCalendar file of the releases, milestones, freezes, windows and duties between two days.',
    ['train', 'release', 'milestone', 'schedule-rule', 'assignment', 'person', 'workspace'],
    CalendarContent.extend({
      from: Day,
      to: Day,
      /** What the calendar is called where it is read; null for the workspace's name. */
      name: FeedPlan.shape.name.nullable().default(null),
    }),
    z.strictObject({ text: z.string(), entries: z.int(), leftOut: z.int() }),
  ),
  table: query(
    'Writes a table (CSV) of all releases, teams, people, services, environments, bookings, or windows and freezes, as an import reads it.',
    ['train', 'release', 'team', 'person', 'service', 'environment', 'booking', 'schedule-rule'],
    z.strictObject({ of: TableContent }),
    z.strictObject({
      text: z.string(),
      rows: z.int(),
      /** Rules that a table cannot say: those that recur, or that are not on the clock of one zone. */
      leftOut: z.int(),
    }),
  ),
  report: query(
    'Writes a table (CSV) of all conflicts, or of how releases kept to a baseline; it is not for import.',
    [...new Set([...reads, ...history])],
    Report,
    z.strictObject({ text: z.string(), rows: z.int() }),
  ),
  feeds: query(
    'Lists the calendar feeds of this workspace, and says whether this host serves them.',
    [],
    Nothing,
    z.strictObject({
      /** `here`: at the address of this host; `loopback`: only while the loopback host runs; `none`: this host keeps none. */
      served: z.enum(['here', 'loopback', 'none']),
      /** Each with the path of its address. */
      feeds: z.array(Feed.omit({ token: true }).extend({ path: z.string() })),
    }),
  ),
  addFeed: readingAction(
    'Makes a calendar feed with an address that nobody can guess; it is kept on this machine, outside the workspace.',
    FeedPlan,
    z.strictObject({ id: z.string(), path: z.string() }),
  ),
  revokeFeed: readingAction(
    'Makes the address of a calendar feed worth nothing, at once and for good.',
    z.strictObject({ id: Feed.shape.id }),
    Nothing,
  ),
};
