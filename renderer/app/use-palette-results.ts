import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { addDays, daysBetween } from '../../shared/domain/calendar/days.ts';
import { statusText } from '../../shared/domain/work-items/ending.ts';
import type { Day, Zone } from '../../shared/model/time.ts';
import { actionGroups, keysOf } from '../lib/action-registry.ts';
import { actionRegistry, useActionList } from '../lib/actions.ts';
import { answerOf, listOf } from '../lib/answer.ts';
import { orpc } from '../lib/client.ts';
import { dayIn, formatDay } from '../lib/format.ts';
import { useNow } from '../lib/use-now.ts';
import { actionCandidate, type Candidate, isKeyOf, rank } from './palette-search.ts';

export interface PaletteResult extends Candidate {
  /** The heading that it stands under. */
  readonly section: string;
  /** Beside the label, quieter. */
  readonly detail: string | null;
  readonly keys: string | null;
  readonly run: () => void;
}

/** What the palette offers for a query: actions, then trains, releases and work items. */
export function usePaletteResults(query: string): {
  readonly results: readonly PaletteResult[];
  readonly busy: boolean;
  /** What could not be searched just now. */
  readonly unread: readonly string[];
  /** Whether they are all of the results of just this query, and none of an earlier one. */
  readonly settled: boolean;
} {
  const navigate = useNavigate();
  const today = dayIn(useNow(), 'UTC' as Zone); // every runtime knows UTC; a day more or less does not matter here
  const text = useDeferredValue(query.trim());
  const seeking = text !== '';
  const actions = useActionList();
  const trains = useQuery(orpc.trains.list.queryOptions({ input: {}, enabled: seeking }));
  const range = { from: addDays(today, -120), to: addDays(today, 400), trainIds: null };
  const releases = useQuery(orpc.calendar.range.queryOptions({ input: range, enabled: seeking }));
  const items = useQuery(
    orpc.workItems.search.queryOptions({
      input: { text, limit: 8 },
      enabled: text.length >= 2,
      placeholderData: keepPreviousData,
    }),
  );

  const offered = actions
    .filter((action) => action.hidden !== true && action.enabled !== false)
    .sort((one, other) => actionGroups.indexOf(one.group) - actionGroups.indexOf(other.group))
    .map((action) => ({
      ...actionCandidate(action),
      section: seeking ? 'Actions' : action.group,
      keys: keysOf(action)[0] ?? null,
      run: () => void actionRegistry.run(action.name),
    }));
  const isCurrent = text === query.trim();
  if (!seeking) return { results: offered, busy: false, unread: [], settled: isCurrent };

  const trainHits = listOf(answerOf(trains)).map(({ train, next }) => ({
    id: `train ${train.id}`,
    label: train.name,
    words: train.owner,
    section: 'Trains',
    detail: next === null ? null : `next ${formatDay(next.day, 'short')}`,
    keys: null,
    run: () => void navigate({ to: '/trains/$id', params: { id: train.id } }),
  }));
  const near = (release: { readonly day: Day }) => Math.abs(daysBetween(today, release.day));
  const plan = answerOf(releases);
  const releaseHits = ('data' in plan ? plan.data.lanes : [])
    .flatMap((lane) => lane.releases.map((release) => ({ lane, release })))
    .sort((one, other) => near(one.release) - near(other.release))
    .map(({ lane, release }) => ({
      id: `release ${release.id}`,
      label: release.name,
      words: `${lane.name} ${release.day}`,
      section: 'Releases',
      detail: `${lane.name}, ${formatDay(release.day)}`,
      keys: null,
      run: () => void navigate({ to: '/releases/$id', params: { id: release.id } }),
    }));
  const found = answerOf(items);
  const itemHits = (text.length >= 2 && 'data' in found ? found.data.rows : []).map((item) => ({
    id: `item ${item.id}`,
    label: `${item.key} ${item.title}`,
    section: 'Work items',
    detail: statusText(item),
    keys: null,
    run: () => void navigate({ to: '/work-items', search: { item: item.id } }),
  }));

  const named = itemHits.filter((hit) => isKeyOf(text, hit.label));
  const others = itemHits.filter((hit) => !named.includes(hit));
  return {
    results: [
      ...named,
      ...rank(text, offered, 6),
      ...rank(text, trainHits, 5),
      ...rank(text, releaseHits, 6),
      ...others,
    ],
    unread: [
      ...(trains.isError ? ['trains'] : []),
      ...(releases.isError ? ['releases'] : []),
      ...(items.isError ? ['work items'] : []),
    ],
    busy: trains.isFetching || releases.isFetching || items.isFetching,
    settled: isCurrent && !trains.isLoading && !releases.isLoading && !items.isLoading && !items.isPlaceholderData,
  };
}
