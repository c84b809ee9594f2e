import AddRounded from '@mui/icons-material/AddRounded';
import ConfirmationNumberOutlined from '@mui/icons-material/ConfirmationNumberOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { BoardedItem, ReleaseDetail } from '../../../shared/contract/releases.ts';
import { statusText } from '../../../shared/domain/work-items/ending.ts';
import { useActions } from '../../lib/actions.ts';
import { formatCount } from '../../lib/format.ts';
import { AgeBadge } from '../../ui/age-badge.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SimulatedChip } from '../../ui/simulated-chip.tsx';
import { StatusChip, StatusText } from '../../ui/status-chip.tsx';
import { scopeLooks, ticketLook } from '../../ui/status-looks.ts';
import { Toolbar } from '../../ui/toolbar.tsx';
import { BoardDialog } from './board-dialog.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { candidatesQuery } from './queries.ts';
import { ScopeItemPanel } from './scope-item-panel.tsx';
import { orderedScope, progressOf } from './view-model.ts';

function titleOf({ item, ticket }: BoardedItem): string {
  return ticket?.title ?? item.title;
}

function keyOf({ ticket }: BoardedItem): string {
  return ticket?.key ?? 'By hand';
}

function columnsOf(narrow: boolean): readonly Column<BoardedItem>[] {
  const all: readonly (Column<BoardedItem> & { readonly wide?: boolean })[] = [
    { key: 'key', header: 'Item', width: '116px', wide: true, render: keyOf },
    {
      key: 'title',
      header: 'Title',
      width: 'minmax(120px, 2fr)',
      render: (boarded) => (narrow ? `${keyOf(boarded)} ${titleOf(boarded)}` : titleOf(boarded)),
    },
    {
      key: 'scope',
      header: 'Aboard',
      width: '112px',
      render: ({ item }) => (
        <StatusChip look={scopeLooks[item.state]} title={item.reason === '' ? undefined : item.reason} />
      ),
    },
    {
      key: 'ticket',
      header: 'Ticket',
      width: 'minmax(110px, 0.8fr)',
      render: ({ ticket }) => ticket !== null && <StatusText look={ticketLook(ticket)} text={statusText(ticket)} />,
    },
    {
      key: 'assignee',
      header: 'Assignee',
      width: 'minmax(90px, 0.7fr)',
      wide: true,
      render: ({ ticket }) => ticket?.assignee ?? '',
    },
    {
      key: 'fact',
      header: 'Seen',
      width: '148px',
      render: ({ ticket }) =>
        ticket !== null && (
          <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 2 }}>
            <AgeBadge at={ticket.fetchedAt} />
            {ticket.simulated && <SimulatedChip short />}
          </Box>
        ),
    },
  ];
  return narrow ? all.filter((column) => column.wide !== true) : all;
}

export interface ScopeTabProps {
  readonly detail: ReleaseDetail;
  /** The scope item whose panel is open. */
  readonly openItem: string | undefined;
  readonly readOnly: boolean;
  readonly onOpenItem: (id: string | undefined) => void;
}

/** What is aboard, how far it is, and what could board. */
export function ScopeTab({ detail, openItem, readOnly, onOpenItem }: ScopeTabProps) {
  const { release, scope } = detail;
  const [boarding, setBoarding] = useState(false);
  const candidates = useQuery(candidatesQuery(release.id)).data?.length ?? 0;
  const rows = useMemo(() => orderedScope(scope), [scope]);
  const progress = useMemo(() => progressOf(scope), [scope]);
  const open = rows.find(({ item }) => item.id === openItem);
  useActions([
    {
      name: 'release.board',
      label: 'Board work items',
      group: 'Release',
      keys: 'b',
      words: 'scope add ticket',
      enabled: !readOnly,
      run: () => setBoarding(true),
    },
  ]);

  return (
    <>
      <Toolbar sx={{ px: 6 }}>
        <ProgressBar progress={progress} />
        <Box sx={{ flex: 1 }} />
        <Button variant="contained" startIcon={<AddRounded />} disabled={readOnly} onClick={() => setBoarding(true)}>
          {candidates === 0 ? 'Board' : `Board · ${formatCount(candidates, 'candidate')}`}
        </Button>
      </Toolbar>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <DataTable
          label="Scope of this release"
          rows={rows}
          rowKey={({ item }) => item.id}
          columns={columnsOf(open !== undefined)}
          selectedKey={openItem ?? null}
          onOpen={({ item }) => onOpenItem(item.id)}
          empty={
            <EmptyState
              icon={<ConfirmationNumberOutlined />}
              title="Nothing is aboard yet"
              actions={
                !readOnly && (
                  <Button variant="contained" onClick={() => setBoarding(true)}>
                    Board work items
                  </Button>
                )
              }
            >
              The scope is what this release carries: tickets that its train’s rules name, tickets that you pick, or a
              line of your own. Until the scope cut-off they board in time, afterwards late.
            </EmptyState>
          }
        />
        {open !== undefined && (
          <ScopeItemPanel
            key={open.item.id}
            boarded={open}
            release={release}
            readOnly={readOnly}
            onClose={() => onOpenItem(undefined)}
          />
        )}
      </Box>
      {boarding && <BoardDialog detail={detail} onClose={() => setBoarding(false)} />}
    </>
  );
}
