import HistoryEduRounded from '@mui/icons-material/HistoryEduRounded';
import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useActions } from '../../lib/actions.ts';
import { filterCount } from '../../lib/address.ts';
import { client } from '../../lib/client.ts';
import { toFailure } from '../../lib/failures.ts';
import { notify } from '../../lib/toasts.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { usePages } from '../../lib/use-pages.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble, MoreTrouble } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { EntryPanel } from './entry-panel.tsx';
import { JournalFilterBar } from './filters.tsx';
import { JournalTable } from './journal-table.tsx';
import { entryQuery, journalQuery } from './queries.ts';
import type { JournalFilters } from './search.ts';
import { VerificationResult } from './verification.tsx';
import { lineOf } from './view-model.ts';

export interface JournalPageProps {
  readonly filters: JournalFilters;
  /** The number of the entry whose panel is open. */
  readonly openSeq: number | undefined;
}

function NoEntries({ filtered }: { filtered: boolean }) {
  return (
    <EmptyState
      icon={<HistoryEduRounded />}
      title={filtered ? 'No entry fits these filters' : 'Nothing has been decided yet'}
    >
      {filtered
        ? 'Take a filter away, or look over a longer time.'
        : 'Every change of the plan becomes one entry here: who decided what, when, and what it was before. Entries are linked by hashes, so that an edit behind the program’s back is found, and each can be undone.'}
    </EmptyState>
  );
}

/** Every decision, newest first: filter, look into, verify, undo. */
export function JournalPage({ filters, openSeq }: JournalPageProps) {
  const navigate = useNavigate({ from: '/journal' });
  const settled = useDebounced(filters);
  const query = journalQuery(settled);
  const list = usePages(useInfiniteQuery(query), query.queryKey);
  const readOnly = useReadOnly();
  const verify = useMutation({
    mutationFn: () => client.audit.verify({}),
    onError: (error) => notify.failed(toFailure(error)),
  });
  const details = useQuery(entryQuery(openSeq));
  const entry = details.data?.seq === openSeq ? details.data : undefined;
  // An entry that a link names may lie far down the list, or outside the filters.
  const open = list.rows.find(({ seq }) => seq === openSeq) ?? (entry && lineOf(entry));

  useActions([
    {
      name: 'journal.verify',
      label: 'Verify the journal',
      group: 'Edit',
      words: 'audit chain hash',
      run: () => verify.mutate(),
    },
  ]);

  return (
    <Page>
      <PageHeader
        title="Journal"
        description="Every decision in this workspace, who made it, and what it changed."
        actions={
          <Button
            variant="outlined"
            startIcon={<VerifiedUserOutlined />}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            Verify
          </Button>
        }
      />
      <PageBody fill>
        {verify.data !== undefined && <VerificationResult result={verify.data} onClose={verify.reset} />}
        <JournalFilterBar
          filters={filters}
          onChange={(changes) => void navigate({ search: (kept) => ({ ...kept, ...changes }), replace: true })}
        />
        <AnswerTrouble answer={list.answer} />
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <JournalTable
            rows={list.rows}
            loading={list.answer.kind === 'loading'}
            narrow={open !== undefined}
            selectedKey={openSeq === undefined ? null : String(openSeq)}
            onReach={list.onReach}
            onOpen={(entry) => void navigate({ search: (kept) => ({ ...kept, entry: entry.seq }) })}
            empty={list.answer.kind === 'empty' && <NoEntries filtered={filterCount(filters) > 0} />}
          />
          {open !== undefined && (
            <EntryPanel
              key={open.seq}
              line={open}
              entry={entry}
              failure={details.error === null ? null : toFailure(details.error)}
              readOnly={readOnly}
              onClose={() => void navigate({ search: (kept) => ({ ...kept, entry: undefined }) })}
            />
          )}
        </Box>
        <MoreTrouble reading={list.more} />
      </PageBody>
    </Page>
  );
}
