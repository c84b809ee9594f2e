import AddRounded from '@mui/icons-material/AddRounded';
import CableRounded from '@mui/icons-material/CableRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { useBranch } from '../../lib/use-branch.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { ConnectionDialog } from './connection-dialog.tsx';
import { ConnectionPanel } from './connection-panel.tsx';
import { ConnectionTable } from './connection-table.tsx';
import { connectionsQuery, connectorKindsQuery } from './queries.ts';
import { useSyncProgress } from './use-sync-progress.ts';

type Dialog =
  | { readonly kind: 'none' }
  | { readonly kind: 'add' }
  | { readonly kind: 'edit'; readonly id: ConnectionId };

/** The providers: what is synced, how it is doing, and how to connect more. */
export function ConnectionsPage({ openId }: { openId: string | undefined }) {
  const navigate = useNavigate({ from: '/connections' });
  const list = answerOf(useQuery(connectionsQuery()));
  const kinds = answerOf(useQuery(connectorKindsQuery()));
  const inBranch = useBranch() !== null;
  // In a branch they are those of the plan, which is not what is being changed there.
  const readOnly = useReadOnly() || inBranch;
  const progress = useSyncProgress();
  const [dialog, setDialog] = useState<Dialog>({ kind: 'none' });
  const healths = listOf(list);
  const open = healths.find((health) => health.connection.id === openId);
  const edited = dialog.kind === 'edit' ? healths.find((health) => health.connection.id === dialog.id) : undefined;
  const [firstKind, ...otherKinds] = listOf(kinds);
  // A form that is open keeps what was typed into it.
  const add = () => setDialog((open) => (open.kind === 'none' ? { kind: 'add' } : open));

  useActions([
    {
      name: 'connection.add',
      label: 'Add a connection',
      group: 'Sync',
      keys: 'n c',
      words: 'github jira connect',
      enabled: !readOnly,
      run: add,
    },
  ]);

  return (
    <Page>
      <PageHeader
        title="Connections"
        description="Where facts come from. Signalbox only reads, and keeps what it read for offline work."
        actions={
          <Button variant="contained" startIcon={<AddRounded />} disabled={readOnly} onClick={add}>
            Add connection
          </Button>
        }
      />
      <PageBody fill>
        {inBranch && (
          <Box sx={{ px: 6, py: 3 }}>
            <Notice tone="info">
              Connections and syncs belong to the plan: here they can only be looked at. A branch keeps the facts of the
              moment at which it was forked; a new branch has the newest.
            </Notice>
          </Box>
        )}
        <AnswerTrouble answer={list} />
        {dialog.kind !== 'none' && <AnswerTrouble answer={kinds} />}
        <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
          <ConnectionTable
            healths={healths}
            progress={progress}
            loading={list.kind === 'loading'}
            narrow={open !== undefined}
            selectedKey={openId ?? null}
            onOpen={(health) => void navigate({ search: { id: health.connection.id } })}
            empty={
              list.kind === 'empty' && (
                <EmptyState
                  icon={<CableRounded />}
                  title="Connect what knows your tickets and builds"
                  actions={
                    <Button variant="contained" onClick={add} disabled={readOnly}>
                      Add connection
                    </Button>
                  }
                >
                  A connection reads tickets, pull requests, builds and deployments from GitHub or Jira on a schedule.
                  Signalbox never writes to them. The token stays on this machine, outside the workspace file.
                </EmptyState>
              )
            }
          />
          {open !== undefined && (
            <ConnectionPanel
              key={open.connection.id}
              health={open}
              progress={progress.get(open.connection.id)}
              readOnly={readOnly}
              onEdit={() => setDialog({ kind: 'edit', id: open.connection.id })}
              onClose={() => void navigate({ search: {} })}
            />
          )}
        </Box>
      </PageBody>
      {firstKind !== undefined && (dialog.kind === 'add' || edited !== undefined) && (
        <ConnectionDialog
          kinds={[firstKind, ...otherKinds]}
          connection={edited?.connection ?? null}
          hasSecret={edited?.hasSecret ?? false}
          onClose={() => setDialog({ kind: 'none' })}
          onDone={(id) => {
            setDialog({ kind: 'none' });
            void navigate({ search: { id } });
          }}
        />
      )}
    </Page>
  );
}
