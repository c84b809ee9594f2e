import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { typedWords } from '../../../shared/domain/capacity/typed-throughput.ts';
import type { Team } from '../../../shared/model/catalogue.ts';
import type { DailyThroughput } from '../../../shared/model/forecast.ts';
import type { TypedThroughput } from '../../../shared/model/typed-throughput.ts';
import { answerOf } from '../../lib/answer.ts';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { BarChart } from '../../ui/chart/bars.tsx';
import { dayTicks } from '../../ui/chart/scales.ts';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { rowsOf, rowsText } from './choose.ts';
import { FigureTable } from './figure-table.tsx';
import { NoHistory } from './no-history.tsx';
import { throughputQuery } from './queries.ts';
import { type CapacitySearch, DEFAULTS, type OnSearch } from './search.ts';
import { leftOutText, throughputFigures, weekBars } from './throughput-model.ts';

interface TabProps {
  readonly team: Team;
  readonly search: CapacitySearch;
  readonly onSearch: OnSearch;
  /** Opens the form of what is typed by hand; undefined where nothing can be changed. */
  readonly onType: (() => void) | undefined;
}

/** What was typed, where forecasts rest on it or could. */
function Typed({ typed, used, onType }: { typed: TypedThroughput; used: boolean; onType: (() => void) | undefined }) {
  return (
    <Notice
      tone={used ? 'warning' : 'info'}
      action={
        <Button size="small" disabled={onType === undefined} onClick={onType}>
          Change it
        </Button>
      }
    >
      {used
        ? `Forecasts rest on numbers typed by hand: ${typedWords(typed)}.`
        : `Typed by hand is ${typedWords(typed)}; forecasts rest on the synced items below.`}
    </Notice>
  );
}

function TypedWeeks({ typed }: { typed: TypedThroughput }) {
  if (typed.by === 'range') return null;
  return (
    <Panel title="Typed by hand, week by week">
      <FigureTable
        label="Typed by hand, week by week"
        head={['Week of', 'Finished']}
        rows={typed.weeks.toReversed().map(({ monday, finished }) => ({
          key: monday,
          cells: [formatDay(monday), formatNumber(finished)],
        }))}
      />
    </Panel>
  );
}

function Weeks({ team, daily, search, onSearch, onType }: TabProps & { daily: DailyThroughput }) {
  const bars = weekBars(daily, search.types);
  const figures = throughputFigures(daily, search.types);
  const leftOut = leftOutText(daily, search.types);
  if (figures.total === 0) return <NoHistory team={team} onType={onType} />;
  const open = rowsOf(search.rows);
  const show = (from: (typeof daily)['from'], to: (typeof daily)['to']) =>
    onSearch({ rows: rowsText({ from, to, type: null }) });
  return (
    <Panel title="Finished each week">
      <Typography sx={{ mb: 3, textWrap: 'pretty' }}>{figures.text}</Typography>
      {search.table ? (
        <FigureTable
          label="Finished each week"
          head={['Week of', 'Days', 'Finished']}
          rows={bars.toReversed().map((bar) => ({
            key: bar.key,
            cells: [formatDay(bar.firstDay), String(bar.days), formatNumber(bar.value)],
            onOpen: () => show(bar.firstDay, bar.lastDay),
          }))}
        />
      ) : (
        <BarChart
          label={`Work items that ${team.name} finished each week`}
          bars={bars}
          ticks={dayTicks}
          counts="items"
          hint="Point at a week, or walk the weeks with the arrow keys; Enter lists its items."
          openKey={bars.find(({ firstDay }) => firstDay === open?.from)?.key}
          onOpen={({ key }) => {
            const bar = bars.find((one) => one.key === key);
            if (bar !== undefined) show(bar.firstDay, bar.lastDay);
          }}
        />
      )}
      {leftOut !== null && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {leftOut}
        </Typography>
      )}
    </Panel>
  );
}

/** What a team finished, week by week. */
export function ThroughputTab(props: TabProps) {
  const { team, search } = props;
  const answer = answerOf(useQuery(throughputQuery(team.id, search.weeks ?? DEFAULTS.weeks)));
  return (
    <AnswerView answer={answer} loading={<BlockSkeleton height={340} />}>
      {({ daily, typed }) => (
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
          {team.typedThroughput !== null && (
            <Typed typed={team.typedThroughput} used={typed !== null} onType={props.onType} />
          )}
          {typed !== null && <TypedWeeks typed={typed} />}
          {(typed === null || daily.classes.length > 0) && <Weeks {...props} daily={daily} />}
        </Box>
      )}
    </AnswerView>
  );
}
