import TravelExploreRounded from '@mui/icons-material/TravelExploreRounded';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page, PageBody, PageHeader } from '../ui/page.tsx';
import { RouterButton } from '../ui/router-link.tsx';
import { BrokenScreen } from './error-boundary.tsx';

/** A route that there is not. */
export function NotFound() {
  return (
    <Page>
      <PageHeader title="There is no such page" />
      <PageBody>
        <EmptyState
          icon={<TravelExploreRounded />}
          title="Nothing is at this address"
          actions={
            <RouterButton to="/today" variant="contained">
              Go to Today
            </RouterButton>
          }
        >
          The link may come from another version of Signalbox, or what it led to was removed.
        </EmptyState>
      </PageBody>
    </Page>
  );
}

/** A page whose drawing failed. */
export function RouteFailure({ reset }: { reset: () => void }) {
  return <BrokenScreen onRetry={reset} />;
}
