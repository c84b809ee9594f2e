import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Team } from '../../../shared/model/catalogue.ts';
import type { CadenceTable } from '../../../shared/model/forecast.ts';
import type { Train } from '../../../shared/model/train.ts';
import { answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { CadenceHours } from './cadence-hours.tsx';
import { cadenceCells, cadenceNames, mostItems, verdictLooks } from './cadence-model.ts';
import { CadencePicture } from './cadence-picture.tsx';
import { Computing } from './computing.tsx';
import { DrawnFrom } from './drawn-from.tsx';
import { FigureTable } from './figure-table.tsx';
import { hasNoHistory } from './forecast-model.ts';
import { NoHistory } from './no-history.tsx';
import { Notices } from './notices.tsx';
import { throughputQuery } from './queries.ts';
import { type CapacitySearch, DEFAULTS, type OnSearch } from './search.ts';

interface TabProps {
  readonly team: Team;
  /** Whose coming releases are to fit; null for none. */
  readonly train: Train | null;
  readonly search: CapacitySearch;
  readonly onSearch: OnSearch;
  readonly onType: (() => void) | undefined;
}

const HEAD = [
  'Cadence',
  'Trains a year',
  'Items a train, P50 / P85 / P95',
  'Overhead',
  'CI',
  'Mean wait',
  'How likely releases fit',
];

function Pictures({ table }: { table: CadenceTable }) {
  const most = mostItems(table);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(210px, 1fr))', gap: 4, mb: 4 }}>
      {table.rows.map((row) => (
        <Box
          key={row.cadence}
          component="section"
          aria-label={cadenceNames[row.cadence]}
          sx={{ border: 1, borderColor: 'divider', borderRadius: '8px', p: 3, minWidth: 0 }}
        >
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, mb: 2 }}>
            <Typography variant="h3" sx={{ flex: 1 }}>
              {cadenceNames[row.cadence]}
            </Typography>
            <StatusChip look={verdictLooks[row.verdict]} />
          </Box>
          <CadencePicture row={row} most={most} />
          <Typography variant="body2" sx={{ color: 'text.secondary', textWrap: 'pretty' }}>
            {row.text}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

/** What trains of four cadences would carry, cost and keep waiting, over the coming year. */
export function CadenceTab({ team, train, search, onSearch, onType }: TabProps) {
  const throughput = answerOf(useQuery(throughputQuery(team.id, search.weeks ?? DEFAULTS.weeks)));
  const ciDay = search.ciDay ?? DEFAULTS.ciDay;
  const query = orpc.capacity.cadence.queryOptions({
    input: {
      teamId: team.id,
      weeks: search.weeks ?? DEFAULTS.weeks,
      types: search.types === undefined ? null : [...search.types],
      seed: search.seed ?? DEFAULTS.seed,
      trainId: train?.id ?? null,
      overheadHours: search.overhead ?? DEFAULTS.overhead,
      teamHoursPerDay: search.hours ?? DEFAULTS.hours,
      ci:
        ciDay === 0
          ? null
          : {
              hoursPerDay: ciDay,
              hoursPerTrain: search.ciTrain ?? DEFAULTS.ciTrain,
              hoursPerItem: search.ciItem ?? DEFAULTS.ciItem,
            },
    },
  });
  const asked = useQuery({ ...query, placeholderData: keepPreviousData });
  const answer = answerOf(asked);
  if ('data' in throughput && hasNoHistory(throughput.data)) return <NoHistory team={team} onType={onType} />;
  return (
    <Panel title="Which cadence is feasible" beside={<Computing on={asked.isFetching} />}>
      <CadenceHours team={team} search={search} onSearch={onSearch} />
      <AnswerView answer={answer} loading={<BlockSkeleton height={360} />}>
        {(table) => (
          <>
            <Notices notices={table.notices} />
            {table.history.finished > 0 && (
              <>
                {!search.table && (
                  <>
                    <Typography variant="body2" sx={{ color: 'text.secondary', mb: 3 }}>
                      The dark bar is what a train takes in 95 % of the runs, the paler ends in 85 % and in half of
                      them. Each upright mark is the scope of a coming release, red where it fits in fewer than 85 %.
                    </Typography>
                    <Pictures table={table} />
                  </>
                )}
                <FigureTable
                  label="Cadences"
                  head={[...HEAD, 'Verdict']}
                  rows={table.rows.map((row) => ({
                    key: row.cadence,
                    cells: [...cadenceCells(row), <StatusChip key="verdict" look={verdictLooks[row.verdict]} />],
                  }))}
                />
              </>
            )}
            <Box sx={{ mt: 4 }}>
              <DrawnFrom history={table.history} runs={table.runs} seed={table.seed} onSearch={onSearch} />
            </Box>
          </>
        )}
      </AnswerView>
    </Panel>
  );
}
