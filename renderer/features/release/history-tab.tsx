import { useQuery } from '@tanstack/react-query';
import type { ReleaseId } from '../../../shared/model/ids.ts';
import { answerOf } from '../../lib/answer.ts';
import { HistoryTable } from '../../ui/history-table.tsx';
import { historyQuery } from './queries.ts';

/** What was decided about the release, from the journal. */
export function HistoryTab({ id }: { id: ReleaseId }) {
  return (
    <HistoryTable
      of="this release"
      answer={answerOf(useQuery(historyQuery(id)))}
      empty="Every move of the release or its milestones, and every item that boards or leaves, is written down here."
    />
  );
}
