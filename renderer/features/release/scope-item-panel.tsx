import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { BoardedItem } from '../../../shared/contract/releases.ts';
import { statusText } from '../../../shared/domain/work-items/ending.ts';
import type { Release } from '../../../shared/model/release.ts';
import { orpc } from '../../lib/client.ts';
import { useInstantText } from '../../lib/display-zone.tsx';
import { useCommand } from '../../lib/use-command.ts';
import { AgeBadge } from '../../ui/age-badge.tsx';
import { AgeText } from '../../ui/age-text.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { SimulatedChip } from '../../ui/simulated-chip.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { scopeLooks, ticketLook } from '../../ui/status-looks.ts';
import { BumpDialog } from './bump-dialog.tsx';
import { DropDialog } from './drop-dialog.tsx';
import { releaseQuery } from './queries.ts';
import { isAboard } from './view-model.ts';

function BumpedTo({ id }: { id: Release['id'] }) {
  const { data } = useQuery(releaseQuery(id));
  return (
    <RouterLink to="/releases/$id" params={{ id }}>
      {data?.release.name ?? id}
    </RouterLink>
  );
}

export interface ScopeItemPanelProps {
  readonly boarded: BoardedItem;
  readonly release: Release;
  readonly readOnly: boolean;
  readonly onClose: () => void;
}

/** One item of the scope: its ticket as last seen, how it came aboard, and what can be done with it. */
export function ScopeItemPanel({ boarded, release, readOnly, onClose }: ScopeItemPanelProps) {
  const { item, ticket } = boarded;
  const [asking, setAsking] = useState<'bump' | 'drop' | null>(null);
  const board = useCommand(orpc.releases.board);
  const boardedAt = useInstantText(item.boardedAt);

  function boardAgain(): void {
    const workItemIds = item.workItemId === null ? [] : [item.workItemId];
    const written = item.workItemId === null ? item.title : null;
    void board.run({ releaseId: release.id, workItemIds, written, reason: '' });
  }

  return (
    <SidePanel
      title={ticket?.title ?? item.title}
      kicker={ticket?.key ?? 'Written by hand'}
      onClose={onClose}
      actions={
        isAboard(boarded) ? (
          <>
            <Button variant="outlined" disabled={readOnly} onClick={() => setAsking('bump')}>
              Bump…
            </Button>
            <Button variant="outlined" disabled={readOnly} onClick={() => setAsking('drop')}>
              Drop…
            </Button>
          </>
        ) : (
          <Button variant="outlined" disabled={readOnly} loading={board.busy} onClick={boardAgain}>
            Board again
          </Button>
        )
      }
    >
      <Facts
        facts={[
          ['Aboard', <StatusChip key="state" look={scopeLooks[item.state]} />],
          ['Since', boardedAt],
          ['Boarded by', item.boardedBy === 'rule' ? 'the train’s rules' : 'hand'],
          ['Reason', item.reason],
          ['Bumped to', item.bumpedTo === null ? null : <BumpedTo key="to" id={item.bumpedTo} />],
          [
            'Ticket',
            ticket === null ? null : <StatusChip key="ticket" look={ticketLook(ticket)} text={statusText(ticket)} />,
          ],
          ['Type', ticket?.type],
          ['Assignee', ticket?.assignee],
          ['Changed', ticket === null ? null : <AgeText key="changed" at={ticket.updatedAt} what="Changed" />],
          ['Seen', ticket === null ? null : <AgeBadge key="seen" at={ticket.fetchedAt} />],
          ['Origin', ticket?.simulated === true ? <SimulatedChip key="simulated" /> : null],
          [
            'Provider',
            ticket === null || ticket.url === null ? null : (
              <ExternalLink key="url" href={ticket.url}>
                {ticket.key}
              </ExternalLink>
            ),
          ],
        ]}
      />
      {asking === 'bump' && <BumpDialog item={item} release={release} onClose={() => setAsking(null)} />}
      {asking === 'drop' && <DropDialog item={item} release={release} onClose={() => setAsking(null)} />}
    </SidePanel>
  );
}
