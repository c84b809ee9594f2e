import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Person } from '../../../shared/model/catalogue.ts';
import type { ClassLeadTimes, CutOffs } from '../../../shared/model/forecast.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { Zone } from '../../../shared/model/time.ts';
import type { Train } from '../../../shared/model/train.ts';
import { answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { useZones } from '../../lib/display-zone.tsx';
import { dayIn, formatDay } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { Computing } from './computing.tsx';
import { CutOffDetail } from './cut-off-detail.tsx';
import { actionWords, chosenCutOff, cutOffKey, cutOffRows, readersZones } from './cut-off-model.ts';
import { CutOffSettings } from './cut-off-settings.tsx';
import { CutOffStrip } from './cut-off-strip.tsx';
import { FigureTable } from './figure-table.tsx';
import { Notices } from './notices.tsx';
import { type CapacitySearch, DEFAULTS, type OnSearch } from './search.ts';

interface TabProps {
  readonly train: Train;
  /** Those whose clocks matter: the people of the train's teams. */
  readonly people: readonly Person[];
  readonly release: Release;
  readonly search: CapacitySearch;
  readonly onSearch: OnSearch;
}

type Found = CutOffs & { readonly classes: readonly ClassLeadTimes[] };

function Table({ found, search, onSearch }: TabProps & { found: Found }) {
  const chosen = chosenCutOff(found.cutOffs, search.cut);
  return (
    <FigureTable
      label="Cut-offs"
      head={['Kind of work', 'Must', 'P50', 'P85', 'P95']}
      rows={cutOffRows(found.cutOffs).map((row) => ({
        key: row.key,
        chosen: chosen !== null && row.cutOffs.includes(chosen),
        cells: [
          row.itemClass,
          actionWords[row.action],
          ...row.cutOffs.map(({ day, passed }) => `${formatDay(day, 'medium')}${passed ? ', passed' : ''}`),
        ],
        onOpen: () => {
          const sure = row.cutOffs.find(({ confidence }) => confidence === 85);
          if (sure !== undefined) onSearch({ cut: cutOffKey(sure) });
        },
      }))}
    />
  );
}

function Shown(props: TabProps & { found: Found }) {
  const { train, release, search, onSearch, found } = props;
  const today = dayIn(useNow(), train.zone);
  const chosen = chosenCutOff(found.cutOffs, search.cut);
  const lead = found.classes.find(({ name }) => name === chosen?.itemClass);
  if (chosen === null) {
    return (
      <EmptyState
        title="No finished item tells how long such work takes"
        actions={
          <>
            <RouterButton to="/trains/$id/edit" params={{ id: train.id }} variant="contained">
              Link projects
            </RouterButton>
            <RouterButton to="/connections" variant="outlined">
              Open connections
            </RouterButton>
          </>
        }
      >
        Cut-offs come from how long items of the train’s projects took from boarding and from start to done. Link
        projects to the train and sync them, or choose more weeks of history. Without a connection, set the scope
        cut-off by hand, as a stage of the train.
      </EmptyState>
    );
  }
  return (
    <>
      {search.table ? (
        <Table {...props} />
      ) : (
        <CutOffStrip
          cutOffs={found.cutOffs}
          chosen={chosen}
          today={today}
          releaseDay={release.day}
          releaseName={release.name}
          onChoose={(cutOff) => onSearch({ cut: cutOffKey(cutOff) })}
        />
      )}
      <CutOffDetail
        cutOff={chosen}
        lead={lead}
        today={today}
        weeks={search.weeks ?? DEFAULTS.weeks}
        onSearch={onSearch}
      />
      <Box sx={{ mt: 4 }}>
        <Notices notices={found.notices} />
      </Box>
    </>
  );
}

/** Until when items can board a release, or be started, by how long such items took. */
export function CutOffsTab(props: TabProps) {
  const { train, release, people, search, onSearch } = props;
  const { display, workspace } = useZones();
  const zones: readonly Zone[] = search.zones ?? readersZones([train.zone, display ?? workspace], people);
  const query = orpc.capacity.cutOffs.queryOptions({
    input: {
      releaseId: release.id,
      weeks: search.weeks ?? DEFAULTS.weeks,
      clock: search.clock === 'aoe' ? { by: 'aoe' } : null,
      after: [...(search.after ?? [])],
      zones: [...zones],
    },
  });
  const asked = useQuery({ ...query, placeholderData: keepPreviousData });
  const answer = answerOf(asked);
  return (
    <Panel title={`The last moments before ${release.name}`} beside={<Computing on={asked.isFetching} />}>
      <Typography sx={{ mb: 2, color: 'text.secondary' }}>
        Counted back from {formatDay(release.day)} over the train’s working days, through the time that such items took.
      </Typography>
      <AnswerView answer={answer} loading={<BlockSkeleton height={260} />}>
        {(found) => <Shown {...props} found={found} />}
      </AnswerView>
      <CutOffSettings search={search} zones={zones} onSearch={onSearch} />
    </Panel>
  );
}
