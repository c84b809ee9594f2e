import { type CadenceQuestion, cadenceTable } from '../../../shared/domain/capacity/cadence.ts';
import { type ForecastModel, howMany, whenDone } from '../../../shared/domain/capacity/monte-carlo.ts';
import { presenceOf } from '../../../shared/domain/capacity/presence.ts';
import { type SplitQuestion, trainFrontier } from '../../../shared/domain/capacity/train-size.ts';
import type { Absence } from '../../../shared/model/catalogue.ts';
import type { CadenceTable, HowMany, TrainFrontier, WhenDone } from '../../../shared/model/forecast.ts';
import type { PersonId } from '../../../shared/model/ids.ts';
import type { Day } from '../../../shared/model/time.ts';

/** A forecast's model as plain data, which a thread can be sent: who is away in place of a function that says it. */
export interface PlainModel extends Omit<ForecastModel, 'presence'> {
  readonly members: readonly PersonId[];
  readonly absences: readonly Absence[];
}

/** A piece of work for the forecast thread. */
export type ForecastJob =
  | { readonly type: 'when-done'; readonly items: number; readonly model: PlainModel }
  | { readonly type: 'how-many'; readonly by: Day; readonly model: PlainModel }
  | { readonly type: 'cadence'; readonly question: Omit<CadenceQuestion, 'model'>; readonly model: PlainModel }
  | { readonly type: 'train-size'; readonly question: SplitQuestion; readonly mostTrains: number }
  | { readonly type: 'readings'; readonly readings: readonly { readonly items: number; readonly model: PlainModel }[] };

/** What each kind of work gives. */
export interface ForecastFound {
  readonly 'when-done': WhenDone;
  readonly 'how-many': HowMany;
  readonly cadence: CadenceTable;
  readonly 'train-size': TrainFrontier;
  readonly readings: readonly WhenDone[];
}

function modelFrom({ members, absences, ...model }: PlainModel): ForecastModel {
  return { ...model, presence: presenceOf(members, absences) };
}

function run(job: ForecastJob): ForecastFound[ForecastJob['type']] {
  switch (job.type) {
    case 'when-done':
      return whenDone(job.items, modelFrom(job.model));
    case 'how-many':
      return howMany(job.by, modelFrom(job.model));
    case 'cadence':
      return cadenceTable({ ...job.question, model: modelFrom(job.model) });
    case 'train-size':
      return trainFrontier(job.question, job.mostTrains);
    case 'readings':
      return job.readings.map(({ items, model }) => whenDone(items, modelFrom(model)));
  }
}

/** Computes a forecast where it is called: the same job gives the same answer in any thread. */
export function runForecast<J extends ForecastJob>(job: J): ForecastFound[J['type']] {
  // Each case above answers what `ForecastFound` names for its type.
  return run(job) as ForecastFound[J['type']];
}
