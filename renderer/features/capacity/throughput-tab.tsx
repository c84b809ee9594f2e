import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { Team } from '../../../shared/model/catalogue.ts';
import type { DailyThroughput } from '../../../shared/model/forecast.ts';
import { answerOf } from '../../lib/answer.ts';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { BarChart } from '../../ui/chart/bars.tsx';
import { dayTicks } from '../../ui/chart/scales.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { rowsOf, rowsText } from './choose.ts';
import { FigureTable } from './figure-table.tsx';
import { throughputQuery } from './queries.ts';
import { type CapacitySearch, DEFAULTS, type OnSearch } from './search.ts';
import { leftOutText, throughputFigures, weekBars } from './throughput-model.ts';

interface TabProps {
  readonly team: Team;
  readonly search: CapacitySearch;
  readonly onSearch: OnSearch;
}

function Nothing({ team }: { team: Team }) {
  if (team.projects.length === 0) {
    return (
      <EmptyState
        title={`${team.name} has no projects yet`}
        actions={
          <RouterButton to="/catalogue" variant="contained">
            Open services and teams
          </RouterButton>
        }
      >
        A team’s throughput is what was finished in the projects and repositories that are linked to it. Link them to
        the team; a project can be chosen once its connection has synced.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing was finished in this time">
      No work item of the team’s projects was done. Choose more weeks of history, or see under Connections whether they
      have synced.
    </EmptyState>
  );
}

function Weeks({ team, daily, search, onSearch }: TabProps & { daily: DailyThroughput }) {
  const bars = weekBars(daily, search.types);
  const figures = throughputFigures(daily, search.types);
  const leftOut = leftOutText(daily, search.types);
  if (figures.total === 0) return <Nothing team={team} />;
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
      {({ daily }) => (
        <Box>
          <Weeks {...props} daily={daily} />
        </Box>
      )}
    </AnswerView>
  );
}
