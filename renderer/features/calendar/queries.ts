import { type QueryClient, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CalendarRange } from '../../../shared/contract/calendar.ts';
import type { TrainSummary } from '../../../shared/contract/trains.ts';
import type { TrainId } from '../../../shared/model/ids.ts';
import type { Train } from '../../../shared/model/train.ts';
import { type Answer, answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { toFailure, type UiFailure } from '../../lib/failures.ts';
import { useSameList } from './use-same-list.ts';
import { mergeRanges, type PlanWindow } from './windows.ts';

/** The plan of some windows, as far as it has come. */
export interface Plan {
  readonly range: CalendarRange;
  /** The windows that have come. */
  readonly read: readonly PlanWindow[];
  /** Nothing has come yet. */
  readonly loading: boolean;
  /** Some windows are still on their way. */
  readonly partial: boolean;
  readonly failure: UiFailure | null;
  /** Why what is there could not be read anew. */
  readonly stale: UiFailure | null;
  readonly retry: () => void;
}

/** Whether a query of ranges asked for a window, for whatever trains. */
function isOfWindow(queryKey: unknown, { from, to }: PlanWindow): boolean {
  const key = orpc.calendar.range.queryKey({ input: { from, to, trainIds: null } });
  const inputOf = (part: unknown) => (part as readonly [unknown, { readonly input?: Partial<PlanWindow> }])[1].input;
  const [asked, wanted] = [Array.isArray(queryKey) ? inputOf(queryKey) : undefined, inputOf(key)];
  return asked?.from === wanted?.from && asked?.to === wanted?.to;
}

/** What is known of a window from an answer for other trains, the newest: shown until the right one is there. */
function knownOf(client: QueryClient, window: PlanWindow): CalendarRange | undefined {
  const [known] = client
    .getQueryCache()
    .findAll({ queryKey: orpc.calendar.range.key(), predicate: ({ queryKey }) => isOfWindow(queryKey, window) })
    .filter(({ state }) => state.data !== undefined)
    .sort((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt);
  return known === undefined ? undefined : client.getQueryData<CalendarRange>(known.queryKey);
}

/** Reads the plan of the windows, for some trains or all. */
export function usePlan(windows: readonly PlanWindow[], trainIds: readonly TrainId[] | null): Plan {
  const client = useQueryClient();
  const trains = trainIds === null ? null : [...trainIds].sort();
  const results = useQueries({
    queries: windows.map((window) => ({
      ...orpc.calendar.range.queryOptions({ input: { ...window, trainIds: trains } }),
      placeholderData: () => knownOf(client, window),
    })),
  });
  const answers = useSameList(results.flatMap((result) => (result.data === undefined ? [] : [result.data])));
  const range = useMemo(() => {
    const merged = mergeRanges(answers);
    if (trainIds === null) return merged;
    return { ...merged, lanes: merged.lanes.filter(({ trainId }) => trainIds.includes(trainId)) };
  }, [answers, trainIds]);
  const failed = results.find((result) => result.error !== null && result.data === undefined);
  const old = results.find((result) => result.error !== null && result.data !== undefined);
  return {
    range,
    read: windows.filter((_, at) => results[at]?.data !== undefined),
    stale: old?.error == null ? null : toFailure(old.error),
    loading: answers.length === 0 && failed === undefined,
    partial: results.some((result) => result.data === undefined || result.isPlaceholderData),
    failure: failed?.error == null ? null : toFailure(failed.error),
    retry: () => {
      for (const result of results) if (result.error !== null) void result.refetch();
    },
  };
}

/** Every train that is not put aside, by id, with its next departure. */
export interface Trains {
  readonly byId: ReadonlyMap<string, Train>;
  readonly summaries: ReadonlyMap<string, TrainSummary>;
}

/** Reads the trains; null until they are there, with how the reading stands. */
export function useTrains(): { readonly trains: Trains | null; readonly answer: Answer<readonly TrainSummary[]> } {
  const list = useQuery(orpc.trains.list.queryOptions({ input: {} }));
  const { data } = list;
  const trains = useMemo(() => {
    if (data === undefined) return null;
    const running = data.filter(({ train }) => !train.archived);
    return {
      byId: new Map(running.map(({ train }) => [train.id, train])),
      summaries: new Map(running.map((summary) => [summary.train.id, summary])),
    };
  }, [data]);
  return { trains, answer: answerOf(list) };
}
