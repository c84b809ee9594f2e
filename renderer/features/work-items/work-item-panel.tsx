import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { statusText } from '../../../shared/domain/work-items/ending.ts';
import { useAge, useInstantText } from '../../lib/display-zone.tsx';
import { toFailure } from '../../lib/failures.ts';
import { AgeBadge } from '../../ui/age-badge.tsx';
import { ExternalLink } from '../../ui/external-link.tsx';
import { Facts } from '../../ui/facts.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { SimulatedChip } from '../../ui/simulated-chip.tsx';
import { RowSkeletons } from '../../ui/skeletons.tsx';
import { StatusChip, StatusText } from '../../ui/status-chip.tsx';
import { ticketLook } from '../../ui/status-looks.ts';
import { workItemQuery } from './queries.ts';
import { type Stay, staysOf } from './view-model.ts';

function StayLine({ stay, resolution }: { stay: Stay; resolution: string | null }) {
  const age = useAge();
  const since = useInstantText(stay.since);
  const state = { category: stay.category, originalStatus: stay.status, resolution };
  return (
    <Box component="li" sx={{ py: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}>
        <StatusText look={ticketLook(state)} text={statusText(state)} />
        <Typography
          variant="body2"
          title={since}
          sx={{ color: 'text.secondary', whiteSpace: 'nowrap', lineHeight: '20px' }}
        >
          {age(stay.since)}
        </Typography>
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {stay.lasted === null ? 'until now' : `for ${stay.lasted}`}
        {stay.author !== null && `, moved by ${stay.author}`}
      </Typography>
    </Box>
  );
}

/** One work item as its provider knows it: never edited here. */
export function WorkItemPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const found = useQuery(workItemQuery(id));
  if (found.data === undefined) {
    return (
      <SidePanel title="Work item" onClose={onClose}>
        {found.error === null ? (
          <RowSkeletons rows={8} />
        ) : (
          <FailureView failure={toFailure(found.error)} onRetry={() => void found.refetch()} />
        )}
      </SidePanel>
    );
  }
  const { item, transitions } = found.data;
  const stays = staysOf(transitions).toReversed();
  return (
    <SidePanel
      title={item.title}
      kicker={
        <Box component="span" sx={{ display: 'inline-flex', gap: 2, alignItems: 'center' }}>
          <ExternalLink href={item.simulated ? null : item.url}>{item.key}</ExternalLink>
          {item.simulated && <SimulatedChip />}
        </Box>
      }
      onClose={onClose}
    >
      <Facts
        facts={[
          ['Status', <StatusChip key="status" look={ticketLook(item)} text={statusText(item)} />],
          ['Means', ticketLook(item).label],
          ['Type', item.type],
          ['Priority', item.priority],
          ['Assignee', item.assignee],
          ['Project', item.projectKey],
          ['Versions', item.versions.join(', ')],
          ['Labels', item.labels.join(', ')],
          ['Story points', item.storyPoints === null ? null : String(item.storyPoints)],
          ['Created', <AgeBadge key="created" at={item.createdAt} what="Created" plain />],
          ['Updated', <AgeBadge key="updated" at={item.updatedAt} what="Updated" plain />],
          ['Done', item.doneAt === null ? null : <AgeBadge key="done" at={item.doneAt} what="Done" plain />],
          ['As of', <AgeBadge key="fetched" at={item.fetchedAt} />],
        ]}
      />
      <Typography variant="h3" sx={{ mt: 5, mb: 1.5 }}>
        Statuses it went through
      </Typography>
      {stays.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>Its provider reported no change of status.</Typography>
      ) : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {stays.map((stay) => (
            <StayLine
              key={`${stay.since} ${stay.status}`}
              stay={stay}
              resolution={stay.lasted === null ? item.resolution : null}
            />
          ))}
        </Box>
      )}
    </SidePanel>
  );
}
