import CableRounded from '@mui/icons-material/CableRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Today } from '../../../shared/contract/today.ts';
import type { Instant } from '../../../shared/model/time.ts';
import { useAge, useInstantText, useOwnZone } from '../../lib/display-zone.tsx';
import { toFailure } from '../../lib/failures.ts';
import { dayIn, formatDay } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { Agenda } from './agenda.tsx';
import { DecisionList, TicketMoveList } from './changes-list.tsx';
import { ConflictsPanel } from './conflicts-panel.tsx';
import { useLastVisit } from './last-visit.ts';
import { LateList } from './late-list.tsx';
import { LeftOut } from './left-out.tsx';
import { NothingAhead } from './nothing-ahead.tsx';
import { todayQuery, workspaceQuery } from './queries.ts';
import { SampleNotice } from './sample-notice.tsx';
import { SyncHealth } from './sync-health.tsx';
import { agendaOf, beyondOf, headline } from './view-model.ts';

function Ahead({ today }: { today: Today }) {
  const zone = useOwnZone();
  const days = agendaOf(today, zone);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, minWidth: 0 }}>
      {today.late.length > 0 && (
        <Panel title="Late" flush>
          <LateList late={today.late} />
          <LeftOut count={today.leftOut.late} what="late release" />
        </Panel>
      )}
      <ConflictsPanel today={today} />
      <Panel title="Coming up" flush>
        {days.length === 0 ? <NothingAhead beyond={beyondOf(today)} /> : <Agenda days={days} />}
        <LeftOut count={today.leftOut.departures} what="departure" />
        <LeftOut count={today.leftOut.milestones} what="milestone" />
      </Panel>
    </Box>
  );
}

function Quiet({ children }: { children: string }) {
  return <Typography sx={{ px: 4, py: 3, color: 'text.secondary' }}>{children}</Typography>;
}

function NoConnections() {
  return (
    <EmptyState
      small
      icon={<CableRounded />}
      title="No connections yet"
      actions={
        <RouterButton to="/connections" variant="outlined">
          Add a connection
        </RouterButton>
      }
    >
      Connect GitHub or Jira, and the tickets aboard your releases show their live state.
    </EmptyState>
  );
}

/** Whether the facts can be trusted comes first: what changed may be a long list. */
function Beside({ today, onSeen }: { today: Today; onSeen: () => void }) {
  const changed = today.decisions.length + today.ticketsMoved.length > 0;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, minWidth: 0 }}>
      <Panel title="Syncs" flush>
        {today.sync.length === 0 ? <NoConnections /> : <SyncHealth healths={today.sync} />}
      </Panel>
      <Panel
        title="New decisions"
        beside={<Since at={today.since} />}
        flush
        actions={changed ? <Button onClick={onSeen}>Mark all seen</Button> : undefined}
      >
        {today.decisions.length === 0 ? (
          <Quiet>Nobody changed the plan.</Quiet>
        ) : (
          <DecisionList decisions={today.decisions} />
        )}
        <LeftOut count={today.leftOut.decisions} what="decision" />
      </Panel>
      <Panel title="Tickets aboard that moved" flush>
        {today.ticketsMoved.length === 0 ? (
          <Quiet>No ticket aboard a coming release changed its status.</Quiet>
        ) : (
          <TicketMoveList moves={today.ticketsMoved} />
        )}
        <LeftOut count={today.leftOut.ticketsMoved} what="change" />
      </Panel>
    </Box>
  );
}

function Since({ at }: { at: Instant }) {
  const age = useAge();
  const whole = useInstantText(at);
  return (
    <Typography variant="body2" noWrap title={`Your last visit: ${whole}`} sx={{ color: 'text.secondary' }}>
      since {age(at)}
    </Typography>
  );
}

function Loading() {
  return (
    <>
      <BlockSkeleton height={420} />
      <BlockSkeleton height={300} />
    </>
  );
}

/** What departs, what is late, what changed since the last visit, and how the syncs are. */
export function TodayPage() {
  const zone = useOwnZone();
  const now = useNow();
  const { data: workspace } = useQuery(workspaceQuery());
  const visit = useLastVisit(workspace?.id);
  const today = useQuery({
    ...todayQuery(visit.since ?? now),
    enabled: visit.since !== null,
    placeholderData: keepPreviousData,
    refetchInterval: 60_000,
  });

  return (
    <Page>
      <PageHeader
        title={formatDay(dayIn(now, zone))}
        documentTitle="Today"
        description={today.data === undefined ? ' ' : headline(today.data)}
      />
      <PageBody>
        {workspace?.hasSimulatedFacts === true && (
          <Box sx={{ mb: 4 }}>
            <SampleNotice />
          </Box>
        )}
        {today.error !== null && <FailureView failure={toFailure(today.error)} onRetry={() => void today.refetch()} />}
        <Box
          sx={{
            display: 'grid',
            gridTemplateColumns: 'minmax(0, 1.6fr) minmax(300px, 1fr)',
            gap: 4,
            alignItems: 'start',
          }}
        >
          {today.data === undefined ? (
            today.error === null && <Loading />
          ) : (
            <>
              <Ahead today={today.data} />
              <Beside today={today.data} onSeen={visit.markSeen} />
            </>
          )}
        </Box>
      </PageBody>
    </Page>
  );
}
