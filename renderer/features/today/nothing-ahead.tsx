import AltRouteRounded from '@mui/icons-material/AltRouteRounded';
import EventRounded from '@mui/icons-material/EventRounded';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import type { Beyond } from './view-model.ts';

function Calendar() {
  return (
    <RouterButton to="/calendar" variant="outlined">
      Open the calendar
    </RouterButton>
  );
}

/** Where nothing is ahead within two weeks: what comes after them, or what is missing for something to come. */
export function NothingAhead({ beyond }: { beyond: Beyond }) {
  switch (beyond.kind) {
    case 'next':
      return (
        <EmptyState
          small
          icon={<EventRounded />}
          title="Nothing in the next two weeks"
          actions={
            <>
              <RouterButton to="/releases/$id" params={{ id: beyond.departure.releaseId }} variant="contained">
                Open {beyond.departure.name}
              </RouterButton>
              <Calendar />
            </>
          }
        >
          Next, of {beyond.departure.trainName}: {beyond.text}
        </EmptyState>
      );
    case 'no-release':
      return (
        <EmptyState
          small
          icon={<EventRounded />}
          title="No release is ahead"
          actions={
            <>
              <RouterButton to="/trains" variant="contained">
                Open the trains
              </RouterButton>
              <Calendar />
            </>
          }
        >
          The trains have no release that is still to depart. Generate the next ones on a train’s page.
        </EmptyState>
      );
    case 'no-train':
      return (
        <EmptyState
          small
          icon={<AltRouteRounded />}
          title="No trains yet"
          actions={
            <>
              <RouterButton to="/trains/new" variant="contained">
                New train
              </RouterButton>
              <Calendar />
            </>
          }
        >
          A train is a recurring plan: it says how often you release and which milestones come before. Make one, create
          its releases, and what is due shows here day by day.
        </EmptyState>
      );
  }
}
