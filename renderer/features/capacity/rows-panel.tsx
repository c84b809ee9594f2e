import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { FinishedRow } from '../../../shared/model/forecast.ts';
import type { TeamId, TrainId } from '../../../shared/model/ids.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { dayIn, formatCount, formatDay, formatNumber } from '../../lib/format.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { RowSkeletons } from '../../ui/skeletons.tsx';
import type { RowsAsked } from './choose.ts';

export interface RowsPanelProps {
  readonly of: { readonly kind: 'team'; readonly id: TeamId } | { readonly kind: 'train'; readonly id: TrainId };
  readonly owner: string;
  readonly zone: Zone;
  readonly asked: RowsAsked;
  readonly types: readonly string[] | undefined;
  readonly onClose: () => void;
}

function columnsIn(zone: Zone): readonly Column<FinishedRow>[] {
  return [
    {
      key: 'item',
      header: 'Work item',
      width: 'minmax(120px, 1fr)',
      render: ({ key, title }) => <span title={`${key} ${title}`}>{`${key} ${title}`}</span>,
    },
    { key: 'type', header: 'Kind', width: '72px', render: ({ type }) => <span title={type}>{type}</span> },
    { key: 'done', header: 'Done', width: '64px', render: ({ doneAt }) => formatDay(dayIn(doneAt, zone), 'short') },
  ];
}

/** The finished items that a figure was drawn from, beside its picture; each opens among the work items. */
export function RowsPanel({ of, owner, zone, asked, types, onClose }: RowsPanelProps) {
  const navigate = useNavigate();
  const { from, to, type } = asked;
  const counted = type === null ? (types ?? null) : [type];
  const input = { of, from, to, types: counted === null ? null : [...counted] };
  const answer = answerOf(useQuery(orpc.capacity.finished.queryOptions({ input })));
  return (
    <SidePanel
      kicker={`${owner}: finished`}
      title={from === to ? formatDay(from) : `${formatDay(from, 'medium')} to ${formatDay(to)}`}
      onClose={onClose}
    >
      <AnswerView answer={answer} loading={<RowSkeletons rows={8} />}>
        {({ rows, total, undone }) => (
          <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column', gap: 2 }}>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {formatCount(total, 'item')}
              {counted !== null && ` of ${counted.join(', ')}`}
              {total > rows.length && `; the newest ${formatNumber(rows.length)} are shown`}.
              {undone > 0 && ` ${formatNumber(undone)} more ended undone and count in no figure.`}
            </Typography>
            <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', mx: -4 }}>
              <DataTable
                label="Finished work items"
                rows={rows}
                rowKey={({ id }) => id}
                columns={columnsIn(zone)}
                onOpen={({ id }) => void navigate({ to: '/work-items', search: { item: id } })}
                empty={
                  <EmptyState small title="Nothing was finished then">
                    Days without any are part of the history that forecasts draw from.
                  </EmptyState>
                }
              />
            </Box>
          </Box>
        )}
      </AnswerView>
    </SidePanel>
  );
}
