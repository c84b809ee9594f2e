import * as z from 'zod';
import { ReleaseId, TrainId } from '../model/ids.ts';
import { Day } from '../model/time.ts';
import { Train, TrainPlan } from '../model/train.ts';
import { JournalLine } from './journal.ts';
import { Nothing } from './page.ts';
import { command, query } from './procedure.ts';

export const TrainSummary = z.strictObject({
  train: Train,
  releaseCount: z.int(),
  next: z.strictObject({ id: ReleaseId, name: z.string(), day: Day }).nullable(),
});
export type TrainSummary = z.infer<typeof TrainSummary>;

/** An occurrence of the cadence as it would become a release. */
export const PlannedRelease = z.strictObject({
  occurrence: Day,
  day: Day,
  name: z.string(),
  exists: z.boolean(),
});
export type PlannedRelease = z.infer<typeof PlannedRelease>;

export const trainsContract = {
  list: query('Lists the trains with their next departure.', ['train', 'release'], Nothing, z.array(TrainSummary)),
  get: query('Reads one train.', ['train'], z.strictObject({ id: TrainId }), Train),
  history: query(
    'Lists the latest journal entries that touched a train itself, newest first, at most 500.',
    ['journal'],
    z.strictObject({ id: TrainId }),
    z.array(JournalLine),
  ),
  create: command('Creates a train.', TrainPlan, z.strictObject({ id: TrainId })),
  update: command(
    'Changes a train; releases that are not yet departed follow its stages, hand-moved milestones stay.',
    z.strictObject({
      id: TrainId,
      plan: TrainPlan,
      /** The plan that the change was made from: what others changed since is kept, or refused where both changed it. */
      base: TrainPlan.optional(),
    }),
    z.strictObject({ milestonesMoved: z.int() }),
  ),
  archive: command(
    'Puts a train aside, or brings it back.',
    z.strictObject({ id: TrainId, archived: z.boolean() }),
    Nothing,
  ),
  remove: command('Removes a train with its releases.', z.strictObject({ id: TrainId }), Nothing),
  preview: query(
    'Shows the releases that the cadence gives between two days.',
    ['train', 'release'],
    z.strictObject({ id: TrainId, from: Day, to: Day }),
    z.array(PlannedRelease),
  ),
  generate: command(
    'Creates the releases of the cadence between two days; those that exist stay as they are.',
    z.strictObject({ id: TrainId, from: Day, to: Day }),
    z.strictObject({ created: z.array(ReleaseId) }),
  ),
};
