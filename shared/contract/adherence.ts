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
import { BaselineId, TrainId } from '../model/ids.ts';
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

const history = ['journal', 'release', 'train', 'baseline', 'plan-observation'] as const;

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
