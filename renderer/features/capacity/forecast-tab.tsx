import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Team } from '../../../shared/model/catalogue.ts';
import type { HowMany, WhenDone } from '../../../shared/model/forecast.ts';
import type { Release } from '../../../shared/model/release.ts';
import { Day } from '../../../shared/model/time.ts';
import { answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { dayIn, formatCount, formatDay, formatNumber } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { BarChart } from '../../ui/chart/bars.tsx';
import { dayTicks, numberTicks } from '../../ui/chart/scales.ts';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { rowsText } from './choose.ts';
import { Computing } from './computing.tsx';
import { DrawnFrom } from './drawn-from.tsx';
import { FigureTable } from './figure-table.tsx';
import {
  hasNoHistory,
  inFourWeeks,
  manyBars,
  manyLines,
  manyWords,
  openItems,
  whenBars,
  whenLines,
  whenWords,
} from './forecast-model.ts';
import { NoHistory } from './no-history.tsx';
import { Notices } from './notices.tsx';
import { NumberField } from './number-field.tsx';
import { Percentiles } from './percentiles.tsx';
import { releaseQuery, throughputQuery } from './queries.ts';
import { type CapacitySearch, DEFAULTS, type OnSearch } from './search.ts';

interface TabProps {
  readonly team: Team;
  /** Whose scope can be forecast; null for none. */
  readonly release: Release | null;
  /** Where the train and its release are chosen. */
  readonly picks: ReactNode;
  readonly search: CapacitySearch;
  readonly onSearch: OnSearch;
  readonly onType: (() => void) | undefined;
}

const scopes = [
  { value: 'number', label: 'A number of items' },
  { value: 'release', label: 'What is open aboard a release' },
] as const;

const HINT = 'Point at a bar, or walk the bars with the arrow keys.';

function sourceOf({ team, search }: TabProps) {
  return {
    teamId: team.id,
    weeks: search.weeks ?? DEFAULTS.weeks,
    types: search.types === undefined ? null : [...search.types],
    seed: search.seed ?? DEFAULTS.seed,
  };
}

function When({ found, search, onSearch }: TabProps & { found: WhenDone }) {
  const bars = whenBars(found);
  // Where nothing was ever finished there is nothing to draw, and the notices say so.
  const isDrawn = found.items > 0 && found.history.finished > 0;
  const { from, to } = found.history;
  const openRows = () => onSearch({ rows: rowsText({ from, to, type: null }) });
  return (
    <>
      <Notices notices={found.notices} />
      {isDrawn && <Percentiles said={whenWords(found)} />}
      {isDrawn &&
        (search.table ? (
          <FigureTable
            label="Runs by the day they were done"
            head={['Done', 'Runs']}
            rows={found.bins.map(({ firstDay, lastDay, runs }) => ({
              key: firstDay,
              cells: [
                firstDay === lastDay
                  ? formatDay(firstDay)
                  : `${formatDay(firstDay, 'medium')} to ${formatDay(lastDay)}`,
                formatNumber(runs),
              ],
            }))}
          />
        ) : (
          <BarChart
            label={`When ${formatCount(found.items, 'item')} will be done: runs by day`}
            bars={bars}
            lines={whenLines(found)}
            ticks={dayTicks}
            counts="runs"
            hint={HINT}
            onOpen={openRows}
          />
        ))}
      <DrawnFrom history={found.history} runs={found.runs} seed={found.seed} onSearch={onSearch} />
    </>
  );
}

function Many({ found, search, onSearch }: TabProps & { found: HowMany }) {
  const { from, to, finished } = found.history;
  const isDrawn = finished > 0;
  return (
    <>
      <Notices notices={found.notices} />
      {isDrawn && <Percentiles said={manyWords(found)} />}
      {isDrawn &&
        (search.table ? (
          <FigureTable
            label="Runs by how many items they finished"
            head={['Items', 'Runs']}
            rows={found.bins.map((bin) => ({
              key: String(bin.from),
              cells: [
                bin.from === bin.to ? formatNumber(bin.from) : `${formatNumber(bin.from)} to ${formatNumber(bin.to)}`,
                formatNumber(bin.runs),
              ],
            }))}
          />
        ) : (
          <BarChart
            label={`How many items will be done by ${formatDay(found.by)}: runs by number`}
            bars={manyBars(found)}
            lines={manyLines(found)}
            ticks={(scale) => numberTicks(scale, 8, { whole: true })}
            counts="runs"
            along="items finished"
            hint={HINT}
            onOpen={() => onSearch({ rows: rowsText({ from, to, type: null }) })}
          />
        ))}
      <DrawnFrom history={found.history} runs={found.runs} seed={found.seed} onSearch={onSearch} />
    </>
  );
}

/** The forecast of so many items. */
function WhenOf(props: TabProps & { readonly items: number }) {
  const query = orpc.capacity.whenDone.queryOptions({ input: { ...sourceOf(props), items: props.items } });
  const asked = useQuery({ ...query, placeholderData: keepPreviousData });
  return (
    <>
      <AnswerView answer={answerOf(asked)} loading={<BlockSkeleton height={330} />}>
        {(found) => <When {...props} found={found} />}
      </AnswerView>
      <Computing on={asked.isFetching} />
    </>
  );
}

/** The forecast of what is open aboard a release. */
function WhenReleased(props: TabProps & { readonly release: Release }) {
  const { team, release } = props;
  const detail = answerOf(useQuery(releaseQuery(release.id)));
  return (
    <AnswerView answer={detail} loading={<BlockSkeleton height={330} />}>
      {({ scope }) => {
        const { open, aboard } = openItems(scope);
        return (
          <>
            <Typography sx={{ mb: 3 }}>
              {formatNumber(open)} of {formatCount(aboard, 'item')} aboard{' '}
              <RouterLink to="/releases/$id" params={{ id: release.id }}>
                {release.name}
              </RouterLink>{' '}
              are open. It departs {formatDay(release.day)}; the forecast is as if {team.name} did nothing else.
            </Typography>
            <WhenOf {...props} items={open} />
          </>
        );
      }}
    </AnswerView>
  );
}

function WhenPanel(props: TabProps) {
  const { release, search, onSearch } = props;
  const byRelease = search.scope === 'release' && release !== null;
  const items = search.items ?? DEFAULTS.items;
  return (
    <Panel title="When will it be done">
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mb: 4 }}>
        <Box sx={{ width: 220 }}>
          <SelectInput
            label="Of what"
            value={byRelease ? 'release' : 'number'}
            choices={release === null ? scopes.slice(0, 1) : scopes}
            onChange={(scope) => onSearch({ scope })}
          />
        </Box>
        {byRelease ? (
          props.picks
        ) : (
          <NumberField
            label="Items"
            value={items}
            least={0}
            most={100_000}
            width={96}
            onChange={(next) => onSearch({ items: next })}
          />
        )}
      </Box>
      {byRelease ? <WhenReleased key={release.id} {...props} release={release} /> : <WhenOf {...props} items={items} />}
    </Panel>
  );
}

function ManyPanel(props: TabProps) {
  const { team, search, onSearch } = props;
  const now = useNow();
  const by = search.by ?? inFourWeeks(dayIn(now, team.zone));
  const query = orpc.capacity.howMany.queryOptions({ input: { ...sourceOf(props), by } });
  const asked = useQuery({ ...query, placeholderData: keepPreviousData });
  const answer = answerOf(asked);
  return (
    <Panel title="How many will be done" beside={<Computing on={asked.isFetching} />}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mb: 4 }}>
        <Box sx={{ width: 160 }}>
          <TextInput
            label="By the end of"
            type="date"
            value={by}
            onChange={(text) => {
              const next = Day.safeParse(text);
              if (next.success) onSearch({ by: next.data });
            }}
          />
        </Box>
      </Box>
      <AnswerView answer={answer} loading={<BlockSkeleton height={330} />}>
        {(found) => <Many {...props} found={found} />}
      </AnswerView>
    </Panel>
  );
}

/** When so much will be done, and how much by a day: ten thousand runs over what the team did. */
export function ForecastTab(props: TabProps) {
  const { team, search, onType } = props;
  const throughput = answerOf(useQuery(throughputQuery(team.id, search.weeks ?? DEFAULTS.weeks)));
  if ('data' in throughput && hasNoHistory(throughput.data)) return <NoHistory team={team} onType={onType} />;
  return (
    <Box
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(440px, 1fr))', gap: 4, alignItems: 'start' }}
    >
      <WhenPanel {...props} />
      <ManyPanel {...props} />
    </Box>
  );
}
