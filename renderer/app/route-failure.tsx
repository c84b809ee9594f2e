import TravelExploreRounded from '@mui/icons-material/TravelExploreRounded';
import { useLocation } from '@tanstack/react-router';
import { EmptyState } from '../ui/empty-state.tsx';
import { Page, PageBody, PageHeader } from '../ui/page.tsx';
import { RouterButton } from '../ui/router-link.tsx';
import { BrokenScreen } from './error-boundary.tsx';
import { likelyPlaces } from './likely-places.ts';

/** A route that there is not, with the places that its address may have meant. */
export function NotFound() {
  const { pathname } = useLocation();
  const likely = likelyPlaces(pathname);
  return (
    <Page>
      <PageHeader title="There is no such page" />
      <PageBody>
        <EmptyState
          icon={<TravelExploreRounded />}
          title="Nothing is at this address"
          actions={
            <>
              {likely.map(({ to, label }) => (
                <RouterButton key={to} to={to} variant="contained">
                  Go to {label}
                </RouterButton>
              ))}
              <RouterButton to="/today" variant={likely.length === 0 ? 'contained' : 'outlined'}>
                Go to Today
              </RouterButton>
            </>
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
