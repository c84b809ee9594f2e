import HistoryRounded from '@mui/icons-material/HistoryRounded';
import { useNavigate } from '@tanstack/react-router';
import type { JournalLine } from '../../shared/contract/journal.ts';
import { type Answer, listOf } from '../lib/answer.ts';
import { useOwnZone } from '../lib/display-zone.tsx';
import { formatInstant } from '../lib/format.ts';
import { AgeText } from './age-text.tsx';
import { AnswerTrouble } from './answer-view.tsx';
import { type Column, DataTable } from './data-table.tsx';
import { EmptyState } from './empty-state.tsx';

export interface HistoryTableProps {
  /** What the history is of: `this release`. */
  readonly of: string;
  readonly answer: Answer<readonly JournalLine[]>;
  /** What is written down here. */
  readonly empty: string;
}

/** What was decided about a thing, from the journal, newest first; an entry opens in the journal. */
export function HistoryTable({ of, answer, empty }: HistoryTableProps) {
  const navigate = useNavigate();
  const zone = useOwnZone();
  const columns: readonly Column<JournalLine>[] = [
    { key: 'at', header: 'When', width: '168px', render: (entry) => formatInstant(entry.at, zone) },
    { key: 'age', header: '', width: '96px', render: (entry) => <AgeText at={entry.at} what="Decided" /> },
    { key: 'actor', header: 'Who', width: '130px', render: (entry) => entry.actor },
    { key: 'what', header: 'What', width: 'minmax(200px, 1fr)', render: (entry) => entry.summary },
  ];
  return (
    <>
      <AnswerTrouble answer={answer} />
      {answer.kind !== 'failed' && (
        <DataTable
          label={`History of ${of}`}
          rows={listOf(answer)}
          rowKey={(entry) => String(entry.seq)}
          columns={columns}
          loading={answer.kind === 'loading'}
          onOpen={(entry) => void navigate({ to: '/journal', search: { entry: entry.seq } })}
          empty={
            <EmptyState icon={<HistoryRounded />} title="Nothing was decided about it yet">
              {empty}
            </EmptyState>
          }
        />
      )}
    </>
  );
}
