import * as z from 'zod';
import { StatusCategory } from './connection.ts';
import { FactId, ReleaseId } from './ids.ts';
import { Day, Instant, LocalTime, Zone } from './time.ts';

// What figures of capacity look like: results of shared/domain/capacity, as they cross the contract.

/** How sure a forecast is, in percent. */
export const Confidence = z.literal([50, 85, 95]);
export type Confidence = z.infer<typeof Confidence>;

/** The confidences that every forecast states. */
export const CONFIDENCES = [50, 85, 95] as const satisfies readonly Confidence[];

/** Something that people must know beside a figure, in words. `kind` is for programs, `text` for people. */
export const Notice = z.strictObject({
  kind: z.enum([
    'typed',
    'no-history',
    'short-history',
    'long-history',
    'stale-history',
    'all-zero',
    'growth-outruns',
    'nobody-there',
    'not-within',
    'past-date',
    'nothing-to-do',
    'too-few-samples',
    'no-samples',
    'left-out',
    'stand-in',
    'outside-dependency',
    'passed',
  ]),
  text: z.string(),
});
export type Notice = z.infer<typeof Notice>;

/** Work items finished on each civil day of a team's zone, zero days included, one list a class of work. */
export const DailyThroughput = z.strictObject({
  from: Day,
  to: Day,
  classes: z.array(
    z.strictObject({
      name: z.string(),
      /** One number a civil day, `from` first. */
      counts: z.array(z.int()),
      total: z.int(),
    }),
  ),
  /** What the lists do not hold: not finished, finished before `from`, finished after `to`, ended undone between the two. */
  leftOut: z.strictObject({ open: z.int(), before: z.int(), after: z.int(), undone: z.int() }),
});
export type DailyThroughput = z.infer<typeof DailyThroughput>;

/** Work items finished in one ISO week; `days` is fewer than 7 where the history begins or ends inside of it. */
export const WeekThroughput = z.strictObject({ monday: Day, days: z.int(), count: z.int() });
export type WeekThroughput = z.infer<typeof WeekThroughput>;

/** The history that a forecast drew from. */
export const HistoryNote = z.strictObject({
  from: Day,
  to: Day,
  workingDays: z.int(),
  /** Work items finished in it. */
  finished: z.int(),
  /** Working days in it on which nothing was finished. */
  zeroDays: z.int(),
  /** Work items that ended undone in it: they are left out. */
  undone: z.int(),
  /** What people typed in place of facts, in words; null where facts were drawn from. */
  typed: z.string().nullable(),
  /** Days of open releases that scope growth was drawn from; 0 where none was. */
  growthDays: z.int(),
  /** Items discovered on them. */
  discovered: z.int(),
});
export type HistoryNote = z.infer<typeof HistoryNote>;

/** When so many items will be done. */
export const WhenDone = z.strictObject({
  items: z.int(),
  from: Day,
  /** The day by which that share of the runs was done; null where fewer were, within the horizon. */
  percentiles: z.array(z.strictObject({ confidence: Confidence, day: Day.nullable() })),
  /** Runs that were done from `firstDay` to `lastDay`, both included. */
  bins: z.array(z.strictObject({ firstDay: Day, lastDay: Day, runs: z.int() })),
  runs: z.int(),
  seed: z.int(),
  /** Runs that were not done within so many civil days. */
  notWithin: z.strictObject({ days: z.int(), runs: z.int() }),
  history: HistoryNote,
  notices: z.array(Notice),
});
export type WhenDone = z.infer<typeof WhenDone>;

/** How many items will be done by the end of a day. */
export const HowMany = z.strictObject({
  from: Day,
  by: Day,
  /** The number that at least that share of the runs reached: a higher confidence gives a lower number. */
  percentiles: z.array(z.strictObject({ confidence: Confidence, items: z.int() })),
  /** Runs that reached `from` to `to` items, both included. */
  bins: z.array(z.strictObject({ from: z.int(), to: z.int(), runs: z.int() })),
  runs: z.int(),
  seed: z.int(),
  history: HistoryNote,
  notices: z.array(Notice),
});
export type HowMany = z.infer<typeof HowMany>;

export const CadenceKind = z.enum(['weekly', 'bi-weekly', 'monthly', 'quarterly']);
export type CadenceKind = z.infer<typeof CadenceKind>;

/** What CI can do, in hours of its agents: on each day of the week, for any train, and for each item of one. */
export const CiCapacity = z.strictObject({
  hoursPerDay: z.number().min(0).max(100_000),
  hoursPerTrain: z.number().min(0).max(100_000),
  hoursPerItem: z.number().min(0).max(100_000),
});
export type CiCapacity = z.infer<typeof CiCapacity>;

/** How long CI worked for a team's projects in its history. */
export const CiUse = z.strictObject({
  from: Day,
  to: Day,
  runs: z.int(),
  /** Hours of jobs; of a run without jobs, from its start to its end. */
  hours: z.number(),
  /** Runs that were counted from start to end, for their jobs are not known. */
  withoutJobs: z.int(),
  /** Runs that are not in the hours, for nobody knows how long they took. */
  leftOut: z.int(),
  /** Work items that the team finished meanwhile. */
  finished: z.int(),
});
export type CiUse = z.infer<typeof CiUse>;

/** One cadence and what it would mean for a year of a team. */
export const CadenceRow = z.strictObject({
  cadence: CadenceKind,
  trainsPerYear: z.int(),
  /** Items that a train takes, over all trains of the year and all runs. */
  items: z.array(z.strictObject({ confidence: Confidence, items: z.int() })),
  /** How likely each release's scope fits into one train. */
  fits: z.array(z.strictObject({ name: z.string(), items: z.int(), probability: z.number() })),
  /** Person-hours of fixed overhead in a year, and which share of the team's hours that is; null without hours. */
  overheadHours: z.number(),
  overheadShare: z.number().nullable(),
  /** Intervals whose overhead takes all the hours that the team has in them. */
  intervalsWithoutTime: z.int(),
  /** What CI has to do with it; null where it is no limit. */
  ci: z
    .strictObject({
      /** Hours that the tests of trains take in a year, and which share of CI's hours that is; null where it has none. */
      hours: z.number(),
      share: z.number().nullable(),
      /** Trains that cannot be tested in the time since the one before. */
      untested: z.int(),
      /** The share of trains, over all runs, that take fewer items than people finish for want of CI. */
      limited: z.number(),
    })
    .nullable(),
  /** Civil days that a finished item waits for its train, on average. */
  expectedWaitDays: z.number(),
  verdict: z.enum(['fits', 'tight', 'too-small', 'no-time', 'no-ci']),
  text: z.string(),
});
export type CadenceRow = z.infer<typeof CadenceRow>;

export const CadenceTable = z.strictObject({
  from: Day,
  /** The last day of the year looked at. */
  to: Day,
  rows: z.array(CadenceRow),
  runs: z.int(),
  seed: z.int(),
  history: HistoryNote,
  notices: z.array(Notice),
});
export type CadenceTable = z.infer<typeof CadenceTable>;

/** A scope split into trains, in the order in which they depart. */
export const TrainSplit = z.strictObject({
  trains: z.array(z.strictObject({ items: z.array(z.string()), risk: z.number() })),
  /** How many trains were allowed; fewer are used where more do not help. */
  allowed: z.int(),
  /** The highest probability that one of the trains fails. */
  maxRisk: z.number(),
  /** How likely at least one of the trains fails. */
  anyRisk: z.number(),
  /** Trains that fail, and items that go back with them, on average. */
  expectedFailures: z.number(),
  expectedItemsBack: z.number(),
  /** No split into so many trains has a lower highest risk than this. */
  lowerBound: z.number(),
  /** `best`: proven that no split is better; `found`: the best that was found, at most `lowerBound` away from it. */
  proof: z.enum(['best', 'found']),
});
export type TrainSplit = z.infer<typeof TrainSplit>;

export const TrainFrontier = z.strictObject({
  beta: z.number(),
  /** One train, two trains, and so on. */
  rows: z.array(TrainSplit),
  notices: z.array(Notice),
});
export type TrainFrontier = z.infer<typeof TrainFrontier>;

/** Percentiles of working days that samples took; `workingDays` is null where there was no sample. */
export const Duration = z.strictObject({
  samples: z.int(),
  percentiles: z.array(z.strictObject({ confidence: Confidence, workingDays: z.int().nullable() })),
});
export type Duration = z.infer<typeof Duration>;

/** What items of one class took, from their histories. */
export const ClassLeadTimes = z.strictObject({
  name: z.string(),
  /** Items that are done: what the figures come from. */
  finished: z.int(),
  /** Left out: not done yet, ended without being done, and done before they were created. */
  open: z.int(),
  undone: z.int(),
  impossible: z.int(),
  /** Done without ever having been active or waiting: they say nothing of the time from start to done. */
  neverStarted: z.int(),
  /** Done, opened again, and done again: counted to the last time. */
  reopened: z.int(),
  /** Changes of status before creation or after the end, which were passed over. */
  passedOver: z.int(),
  /** Working days spent in each stage, visits added up; `done` is the time between done and opened again. */
  stages: z.array(z.strictObject({ stage: StatusCategory, ...Duration.shape })),
  /** From the first time active or waiting to done. */
  startToDone: Duration,
  /** From boarding a release to done; from creation where no item of the class boarded one. */
  boardToDone: Duration,
  notices: z.array(Notice),
});
export type ClassLeadTimes = z.infer<typeof ClassLeadTimes>;

/** The last moment at which an item of a class can board, or be started, and still be done in time. */
export const CutOff = z.strictObject({
  itemClass: z.string(),
  action: z.enum(['board', 'start']),
  confidence: Confidence,
  /** The last day, and its end on the train's clock. */
  day: Day,
  at: Instant,
  passed: z.boolean(),
  /** What lies between, first to last, each with the last days on which it may begin and end. */
  steps: z.array(z.strictObject({ name: z.string(), workingDays: z.int(), begins: Day, ends: Day })),
  /** The same moment on readers' clocks. */
  readings: z.array(z.strictObject({ zone: Zone, local: LocalTime, text: z.string() })),
});
export type CutOff = z.infer<typeof CutOff>;

export const CutOffs = z.strictObject({ cutOffs: z.array(CutOff), notices: z.array(Notice) });
export type CutOffs = z.infer<typeof CutOffs>;

/** A buffer's size from historic slip. */
export const BufferSize = z.strictObject({
  /** Null where no release has departed yet. */
  workingDays: z.int().nullable(),
  /** The releases that it comes from; a release that left early slipped 0 days. */
  slips: z.array(z.strictObject({ name: z.string(), workingDays: z.int() })),
  /** Releases without an actual day. */
  leftOut: z.int(),
  text: z.string(),
  notices: z.array(Notice),
});
export type BufferSize = z.infer<typeof BufferSize>;

export const FeverZone = z.enum(['green', 'yellow', 'red']);
export type FeverZone = z.infer<typeof FeverZone>;

/** How much of the buffer is used up beside how much of the work is done. */
export const FeverPoint = z.strictObject({
  day: Day,
  /** 0 to 1; null where there is no work to do yet. */
  progress: z.number().nullable(),
  /** Share of the buffer used up; above 1 the release is late, and null where a buffer of no days is overrun. */
  consumed: z.number().nullable(),
  /** Working days of the buffer that are left; below 0 the release is late by so many. */
  daysLeft: z.int(),
  /** What would be left, had the buffer been used up in step with the work; null without progress. */
  daysLeftInStep: z.number().nullable(),
  zone: FeverZone.nullable(),
  text: z.string(),
});
export type FeverPoint = z.infer<typeof FeverPoint>;

/** What was known of a release at the beginning of a day, and the point that it makes. */
export const FeverReading = z.strictObject({
  ...FeverPoint.shape,
  /** Items aboard by then, and how many of them were done. */
  total: z.int(),
  done: z.int(),
  /** When the rest looked like being done: the P50 at the pace of the weeks before. */
  projected: Day,
});
export type FeverReading = z.infer<typeof FeverReading>;

/** A release's fever chart, with the days that its buffer is made of. */
export const Fever = z.strictObject({
  releaseId: ReleaseId,
  name: z.string(),
  releaseDay: Day,
  /** Working days. */
  buffer: z.int(),
  /** The day by whose end the work is to be done, and the first day of the buffer; null for one of no days. */
  workEnds: Day,
  firstDay: Day.nullable(),
  /** A reading a week, the newest last. */
  readings: z.array(FeverReading),
  /** How long before each reading the pace was looked at. */
  paceWeeks: z.int(),
  notices: z.array(Notice),
});
export type Fever = z.infer<typeof Fever>;

/** A finished work item that a figure was drawn from. */
export const FinishedRow = z.strictObject({
  id: FactId,
  key: z.string(),
  title: z.string(),
  type: z.string(),
  createdAt: Instant,
  /** When it first boarded a release; null where it boarded none. */
  boardedAt: Instant.nullable(),
  doneAt: Instant,
});
export type FinishedRow = z.infer<typeof FinishedRow>;
