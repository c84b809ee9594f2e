import * as z from 'zod';
import {
  Adherence,
  AdherenceTerms,
  ControlChart,
  PlanTrack,
  ScopeChurn,
  SlipDistribution,
} from '../model/adherence.ts';
import { Baseline, PlanObservation } from '../model/baseline.ts';
import { ComparedRelease } from '../model/compared-release.ts';
import { BaselineId, ReleaseId, TrainId } from '../model/ids.ts';
import { Nothing } from './page.ts';
import { command, query } from './procedure.ts';

/** Which plan releases are measured by. */
export const BaselineChoice = z.discriminatedUnion('by', [
  z.strictObject({ by: z.enum(['first-published', 'last-before-departure', 'last-published']) }),
  z.strictObject({ by: z.literal('named'), id: BaselineId }),
]);
export type BaselineChoice = z.infer<typeof BaselineChoice>;

export const AdherenceReport = z.strictObject({
  adherence: Adherence,
  distribution: SlipDistribution,
  /** Slips in the order of departures. */
  slips: ControlChart,
  /** The share of releases on time, quarter by quarter; quarters in which nothing could be measured by name. */
  rates: z.strictObject({ chart: ControlChart, unmeasured: z.array(z.string()) }),
  churn: z.array(ScopeChurn),
  /** Journal images that could not be read and are in none of the figures. */
  unreadable: z.int(),
});
export type AdherenceReport = z.infer<typeof AdherenceReport>;

/** What came aboard a release since a baseline, and what left it, by title. */
export const ComparedScope = z.strictObject({
  id: ReleaseId,
  name: z.string(),
  trainName: z.string(),
  boarded: z.array(z.string()),
  left: z.array(z.string()),
});
export type ComparedScope = z.infer<typeof ComparedScope>;

export const BaselineComparison = z.strictObject({
  baseline: Baseline,
  /** Releases that stand elsewhere now, or were cancelled or came back since, by departure. */
  releases: z.array(ComparedRelease),
  scope: z.array(ComparedScope),
});
export type BaselineComparison = z.infer<typeof BaselineComparison>;

/** Everything that adherence is measured by. */
export const history = ['journal', 'release', 'train', 'baseline', 'plan-observation'] as const;

export const adherenceContract = {
  report: query(
    'Measures how releases kept to a baseline: slips, on-time rates, trend, scope after the cut-off.',
    history,
    z.strictObject({
      /** Null for every train. */
      trainId: TrainId.nullable(),
      baseline: BaselineChoice,
      withinDays: z.int().min(0).max(400).default(0),
      unit: AdherenceTerms.shape.unit.default('calendar-days'),
      quarterBy: AdherenceTerms.shape.quarterBy.default('baseline'),
    }),
    AdherenceReport,
  ),
  tracks: query(
    'Reads everything that was ever said of the dates of a train’s releases, each with its journal entry.',
    history,
    z.strictObject({ trainId: TrainId }),
    z.array(PlanTrack),
  ),
  baselines: query('Lists the baselines, newest first.', ['baseline'], Nothing, z.array(Baseline)),
  compare: query(
    'Compares the plan as it is now with a baseline: days of releases, and what is aboard them.',
    [...history, 'scope-item'],
    z.strictObject({ id: BaselineId }),
    BaselineComparison,
  ),
  addBaseline: command(
    'Names the plan as it stands now, to be measured by later.',
    Baseline.pick({ name: true, how: true, trainId: true }),
    z.strictObject({ id: BaselineId }),
  ),
  removeBaseline: command('Removes a baseline; the plan’s history stays.', z.strictObject({ id: BaselineId }), Nothing),
  importHistory: command(
    'Keeps what dated snapshots of a plan from elsewhere said; what is known already is passed over.',
    z.strictObject({
      trainId: TrainId,
      source: PlanObservation.shape.source,
      rows: z
        .array(PlanObservation.pick({ releaseName: true, day: true, observedOn: true, actual: true }))
        .min(1)
        .max(20_000),
    }),
    z.strictObject({ added: z.int(), known: z.int() }),
  ),
};
