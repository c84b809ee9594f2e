import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import type { TrainId } from '../../../shared/model/ids.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { HistoryTable } from '../../ui/history-table.tsx';
import { Panel } from '../../ui/panel.tsx';
import { size } from '../../ui/tokens.ts';
import { useDensity } from '../../ui/use-look.ts';
import { historyQuery } from './queries.ts';

/** Rows shown without scrolling. */
const ROWS = 6;

/** What was decided about the train itself and which releases it got, from the journal. */
export function HistoryPanel({ id }: { id: TrainId }) {
  const density = useDensity();
  const answer = answerOf(useQuery(historyQuery(id)));
  const rows = answer.kind === 'loading' ? ROWS : Math.min(ROWS, Math.max(1, listOf(answer).length));
  const height = answer.kind === 'failed' || answer.kind === 'empty' ? undefined : 33 + size.row[density] * rows;
  return (
    <Panel title="History" flush>
      <Box sx={{ height, display: 'flex', flexDirection: 'column' }}>
        <HistoryTable
          of="this train"
          answer={answer}
          empty="Every change of the train’s plan and each generation of releases is written down here; each release has a history of its own."
        />
      </Box>
    </Panel>
  );
}
