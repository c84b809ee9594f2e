import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BufferSize, Fever } from '../../../shared/model/forecast.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { Train } from '../../../shared/model/train.ts';
import { answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { formatCount, formatDay, formatNumber } from '../../lib/format.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { BarChart } from '../../ui/chart/bars.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { BurnDown } from './burn-down.tsx';
import { Computing } from './computing.tsx';
import { FeverChart } from './fever-chart.tsx';
import { bufferText, feverText, readingText, slipBars, zoneLooks } from './fever-model.ts';
import { FigureTable } from './figure-table.tsx';
import { Notices } from './notices.tsx';
import type { CapacitySearch } from './search.ts';

interface TabProps {
  readonly train: Train;
  readonly release: Release | null;
  readonly search: CapacitySearch;
}

function Readings({ fever }: { fever: Fever }) {
  return (
    <FigureTable
      label="Readings"
      head={['Day', 'Done', 'Rest done by (P50)', 'Buffer used up', 'Days left', 'Zone']}
      rows={fever.readings.toReversed().map(({ day, done, total, projected, consumed, daysLeft, zone }) => ({
        key: day,
        cells: [
          formatDay(day, 'medium'),
          `${formatNumber(done)} of ${formatNumber(total)}`,
          formatDay(projected, 'medium'),
          consumed === null ? 'overrun' : `${Math.round(consumed * 100)} %`,
          String(daysLeft),
          zone === null ? 'unknown' : zone,
        ],
      }))}
    />
  );
}

function Drawn({ fever, search }: { fever: Fever; search: CapacitySearch }) {
  const [pointed, setPointed] = useState<string | null>(null);
  const newest = fever.readings.at(-1);
  const shown = fever.readings.find(({ day }) => day === pointed) ?? newest;
  return (
    <>
      <Notices notices={fever.notices} />
      {newest !== undefined && (
        <>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, flexWrap: 'wrap', mb: 3 }}>
            {newest.zone !== null && <StatusChip look={zoneLooks[newest.zone]} />}
            <Typography>{newest.text}</Typography>
          </Box>
          {search.table ? (
            <Readings fever={fever} />
          ) : (
            <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(380px, 1fr))', gap: 4 }}>
              <Box>
                <Typography variant="h3">Buffer used up over work done</Typography>
                <FeverChart fever={fever} pointed={pointed} onPoint={setPointed} />
              </Box>
              <Box>
                <Typography variant="h3">Days of the buffer left</Typography>
                <BurnDown fever={fever} pointed={pointed} onPoint={setPointed} />
              </Box>
            </Box>
          )}
          <Typography variant="body2" sx={{ color: 'text.secondary', minHeight: 32, mt: 1 }}>
            {shown !== undefined && readingText(shown)}
          </Typography>
        </>
      )}
      <Typography sx={{ mt: 2 }}>{feverText(fever)}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        One reading a week. When the rest is done is drawn from how the scope of this train’s releases was finished in
        the {fever.paceWeeks} weeks before each. The dashed line: had the buffer gone in step with the work.
      </Typography>
    </>
  );
}

function FeverPanel({ release, search }: { release: Release; search: CapacitySearch }) {
  const query = orpc.capacity.fever.queryOptions({ input: { releaseId: release.id } });
  const asked = useQuery({ ...query, placeholderData: keepPreviousData });
  const answer = answerOf(asked);
  return (
    <Panel title={`How ${release.name} uses its buffer`} beside={<Computing on={asked.isFetching} />}>
      <AnswerView answer={answer} loading={<BlockSkeleton height={330} />}>
        {(fever) => <Drawn key={fever.releaseId} fever={fever} search={search} />}
      </AnswerView>
    </Panel>
  );
}

function Slips({ size, search }: { size: BufferSize; search: CapacitySearch }) {
  const [open, setOpen] = useState<string | undefined>(undefined);
  if (size.slips.length === 0) {
    return (
      <EmptyState
        small
        title="No release of this train has departed yet"
        actions={
          <RouterButton to="/adherence" variant="outlined">
            Open adherence
          </RouterButton>
        }
      >
        A buffer is sized by how far past releases slipped. Set a release to departed when it has left, or bring in the
        history of a plan.
      </EmptyState>
    );
  }
  if (search.table) {
    return (
      <FigureTable
        label="Slips"
        head={['Release', 'Slipped']}
        rows={size.slips.map(({ name, workingDays }, at) => ({
          key: `${at} ${name}`,
          cells: [name, formatCount(workingDays, 'working day')],
        }))}
      />
    );
  }
  return (
    <BarChart
      label="Slip of past releases in working days"
      bars={slipBars(size)}
      ticks={() => []}
      level={size.workingDays === null ? undefined : { at: size.workingDays, label: `P80: ${size.workingDays}` }}
      counts="working days late"
      along="past releases"
      hint="Each bar is a release; point at it for its name."
      height={180}
      openKey={open}
      onOpen={({ key }) => setOpen(key === open ? undefined : key)}
    />
  );
}

function SizePanel({ train, search }: { train: Train; search: CapacitySearch }) {
  const answer = answerOf(useQuery(orpc.capacity.buffer.queryOptions({ input: { trainId: train.id } })));
  return (
    <Panel
      title="How large the buffer should be"
      actions={
        <RouterButton to="/trains/$id/edit" params={{ id: train.id }} variant="outlined" size="small">
          Edit the train
        </RouterButton>
      }
    >
      <AnswerView answer={answer} loading={<BlockSkeleton height={240} />}>
        {(size) => (
          <>
            <Notices notices={size.notices.filter(({ kind }) => kind !== 'no-samples')} />
            <Typography sx={{ mb: 2 }}>{bufferText(train.bufferDays, size)}</Typography>
            <Slips size={size} search={search} />
            {size.leftOut > 0 && (
              <Typography variant="body2" sx={{ color: 'text.secondary' }}>
                {formatCount(size.leftOut, 'release')} without an actual day {size.leftOut === 1 ? 'is' : 'are'} left
                out.
              </Typography>
            )}
          </>
        )}
      </AnswerView>
    </Panel>
  );
}

/** The buffer before a train's departures: how much a release uses up of it, and how large it should be. */
export function BufferTab({ train, release, search }: TabProps) {
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      {release !== null && <FeverPanel key={release.id} release={release} search={search} />}
      <SizePanel train={train} search={search} />
    </Box>
  );
}
