import * as z from 'zod';
import {
  BufferSize,
  CadenceTable,
  CiCapacity,
  CiUse,
  ClassLeadTimes,
  CutOffs,
  DailyThroughput,
  Fever,
  FinishedRow,
  HowMany,
  TrainFrontier,
  WeekThroughput,
  WhenDone,
} from '../model/forecast.ts';
import { ReleaseId, TeamId, TrainId } from '../model/ids.ts';
import { Clock } from '../model/schedule-rule.ts';
import { Day, Zone } from '../model/time.ts';
import { TypedThroughput } from '../model/typed-throughput.ts';
import { Nothing } from './page.ts';
import { command, query } from './procedure.ts';

/** What every forecast is drawn from. */
const Source = {
  teamId: TeamId,
  /** How much history is drawn from, up to yesterday; 12 to 26 weeks are advised. */
  weeks: z.int().min(1).max(104).default(26),
  /** Types of work item that count; null for all of them. Different kinds of work are better forecast apart. */
  types: z.array(z.string().max(120)).max(100).nullable().default(null),
  runs: z.int().min(100).max(100_000).default(10_000),
  /** The same seed over the same history gives the same forecast. */
  seed: z.int().min(0).max(4_294_967_295).default(1),
};

const reads = ['team', 'person', 'absence', 'work-item', 'train', 'release', 'scope-item'] as const;

export const capacityContract = {
  throughput: query(
    'Counts the work items that a team finished, day by day and week by week, days without any included.',
    reads,
    z.strictObject({ teamId: TeamId, weeks: Source.weeks }),
    z.strictObject({
      daily: DailyThroughput,
      weekly: z.array(WeekThroughput),
      /** What forecasts rest on in place of these facts: what was typed by hand; null where they rest on the facts. */
      typed: TypedThroughput.nullable(),
    }),
  ),
  typeThroughput: command(
    'Says by hand what a team finishes, for forecasts without synced facts; null takes it away.',
    z.strictObject({
      teamId: TeamId,
      typed: TypedThroughput.nullable(),
      /** What stood there when the change was begun: it is refused where it was changed since. */
      base: TypedThroughput.nullable().optional(),
    }),
    Nothing,
  ),
  whenDone: query(
    'Forecasts when a team will have finished so many items, by Monte Carlo over its own history.',
    reads,
    z.strictObject({ ...Source, items: z.int().min(0).max(100_000) }),
    WhenDone,
  ),
  howMany: query(
    'Forecasts how many items a team will finish by the end of a day, by Monte Carlo over its own history.',
    reads,
    z.strictObject({ ...Source, by: Day }),
    HowMany,
  ),
  cutOffs: query(
    'Finds the last moments at which items can board a release, or be started, by how long such items took.',
    ['work-item', 'transition', 'train', 'release', 'scope-item'],
    z.strictObject({
      releaseId: ReleaseId,
      /** How far back items count that are done. */
      weeks: Source.weeks,
      /** Whose end of the day it is; null for the train's own clock. */
      clock: Clock.nullable().default(null),
      /** Working days between an item's being done and the release: integration, acceptance. */
      after: z
        .array(z.strictObject({ name: z.string().max(80), workingDays: z.int().min(0).max(200) }))
        .max(20)
        .default([]),
      /** On whose clocks each moment is read. */
      zones: z.array(Zone).max(50).default([]),
    }),
    z.strictObject({ classes: z.array(ClassLeadTimes), ...CutOffs.shape }),
  ),
  finished: query(
    'Lists the finished work items that figures were drawn from, the newest first.',
    ['team', 'train', 'work-item', 'scope-item'],
    z.strictObject({
      /** Whose projects are looked at, and on whose clock days are read. */
      of: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('team'), id: TeamId }),
        z.strictObject({ kind: z.literal('train'), id: TrainId }),
      ]),
      from: Day,
      /** The last day, included. */
      to: Day,
      types: z.array(z.string().max(120)).max(100).nullable().default(null),
      limit: z.int().min(1).max(1_000).default(500),
    }),
    z.strictObject({
      rows: z.array(FinishedRow),
      total: z.int(),
      /** How many more ended undone on these days: they count in no figure. */
      undone: z.int(),
    }),
  ),
  fever: query(
    'Holds how much of a release’s buffer is used up against how much of its scope is done, week by week.',
    ['release', 'train', 'scope-item', 'work-item', 'team', 'person', 'absence'],
    z.strictObject({ releaseId: ReleaseId }),
    Fever,
  ),
  buffer: query(
    'Sizes the buffer before a train’s departures by how far its releases have slipped.',
    ['journal', 'release', 'train', 'plan-observation'],
    z.strictObject({ trainId: TrainId }),
    BufferSize,
  ),
  trainSize: query(
    'Compares one large train with several small ones: the risk of each, and the best split of a release’s scope.',
    ['release', 'scope-item', 'work-item', 'service', 'train'],
    z.strictObject({
      releaseId: ReleaseId,
      /** How likely one item alone makes its train fail. */
      failurePerItem: z.number().min(0).max(0.9),
      /** The share of an item's risk that comes from what its services share. */
      beta: z.number().min(0).max(1).default(0.1),
      mostTrains: z.int().min(1).max(20).default(8),
    }),
    TrainFrontier,
  ),
  cadence: query(
    'Compares weekly, bi-weekly, monthly and quarterly trains: what each would carry, cost and keep waiting.',
    reads,
    z.strictObject({
      ...Source,
      /** The train whose coming releases are to fit; null for none. */
      trainId: TrainId.nullable(),
      /** Person-hours that one train costs, whatever it carries. */
      overheadHours: z.number().min(0).max(100_000),
      /** Person-hours that the team has on a working day. */
      teamHoursPerDay: z.number().min(0).max(10_000),
      /** What CI can do; null where it is no limit. */
      ci: CiCapacity.nullable().default(null),
    }),
    CadenceTable,
  ),
  ciUse: query(
    'Adds up how long CI worked for a team’s projects.',
    ['team', 'work-item', 'pipeline-run', 'job'],
    z.strictObject({ teamId: TeamId, weeks: Source.weeks }),
    CiUse,
  ),
};
