import ConfirmationNumberOutlined from '@mui/icons-material/ConfirmationNumberOutlined';
import Box from '@mui/material/Box';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useRef } from 'react';
import { useActions } from '../../lib/actions.ts';
import { toFailure } from '../../lib/failures.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { WorkItemFilterBar } from './filters.tsx';
import { workItemsQuery } from './queries.ts';
import { filterCount, type WorkItemFilters } from './view-model.ts';
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
  const list = useInfiniteQuery(workItemsQuery(useDebounced(filters)));
  const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;

  const fetchMore = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

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
        {list.error !== null && (
          <Box sx={{ p: 4 }}>
            <FailureView failure={toFailure(list.error)} onRetry={() => void list.refetch()} />
          </Box>
        )}
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <WorkItemTable
            rows={rows}
            loading={list.isPending}
            narrow={openId !== undefined}
            selectedKey={openId ?? null}
            onNearEnd={fetchMore}
            onOpen={(item) => void navigate({ search: (kept) => ({ ...kept, item: item.id }) })}
            empty={list.error === null && <NoItems filtered={filterCount(filters) > 0} />}
          />
          {openId !== undefined && (
            <WorkItemPanel
              key={openId}
              id={openId}
              onClose={() => void navigate({ search: (kept) => ({ ...kept, item: undefined }) })}
            />
          )}
        </Box>
      </PageBody>
    </Page>
  );
}
