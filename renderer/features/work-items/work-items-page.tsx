import ConfirmationNumberOutlined from '@mui/icons-material/ConfirmationNumberOutlined';
import Box from '@mui/material/Box';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useActions } from '../../lib/actions.ts';
import { filterCount } from '../../lib/address.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { usePages } from '../../lib/use-pages.ts';
import { AnswerTrouble, MoreTrouble } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { WorkItemFilterBar } from './filters.tsx';
import { workItemsQuery } from './queries.ts';
import type { WorkItemFilters } from './search.ts';
import { WorkItemPanel } from './work-item-panel.tsx';
import { WorkItemTable } from './work-item-table.tsx';

function NoItems({ filtered }: { filtered: boolean }) {
  if (filtered) {
    return (
      <EmptyState icon={<ConfirmationNumberOutlined />} title="No work item fits these filters">
        Words are looked for in titles and keys; a project, label or version must fit whole.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<ConfirmationNumberOutlined />}
      title="No tickets have been synced yet"
      actions={
        <RouterButton to="/connections" variant="contained">
          Open the connections
        </RouterButton>
      }
    >
      Tickets and issues from GitHub and Jira show here once a connection has synced. They can then board releases, and
      every scope item shows the live state of its ticket.
    </EmptyState>
  );
}

export interface WorkItemsPageProps {
  readonly filters: WorkItemFilters;
  readonly openId: string | undefined;
}

/** Every synced ticket: find, filter, look into. */
export function WorkItemsPage({ filters, openId }: WorkItemsPageProps) {
  const navigate = useNavigate({ from: '/work-items' });
  const searchRef = useRef<HTMLInputElement>(null);
  const query = workItemsQuery(useDebounced(filters));
  const list = usePages(useInfiniteQuery(query), query.queryKey);

  useActions([
    {
      name: 'list.search',
      label: 'Find in this list',
      group: 'View',
      keys: '/',
      run: () => searchRef.current?.focus(),
    },
  ]);

  return (
    <Page>
      <PageHeader
        title="Work items"
        description="Tickets and issues as their providers know them. They are never edited here."
      />
      <PageBody fill>
        <WorkItemFilterBar
          filters={filters}
          searchRef={searchRef}
          onChange={(changes) => void navigate({ search: (kept) => ({ ...kept, ...changes }), replace: true })}
        />
        <AnswerTrouble answer={list.answer} />
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <WorkItemTable
            rows={list.rows}
            loading={list.answer.kind === 'loading'}
            narrow={openId !== undefined}
            selectedKey={openId ?? null}
            onReach={list.onReach}
            onOpen={(item) => void navigate({ search: (kept) => ({ ...kept, item: item.id }) })}
            empty={list.answer.kind === 'empty' && <NoItems filtered={filterCount(filters) > 0} />}
          />
          {openId !== undefined && (
            <WorkItemPanel
              key={openId}
              id={openId}
              onClose={() => void navigate({ search: (kept) => ({ ...kept, item: undefined }) })}
            />
          )}
        </Box>
        <MoreTrouble reading={list.more} />
      </PageBody>
    </Page>
  );
}
