import type { EmotionCache } from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { branchPlace } from '../lib/client.ts';
import { toastStore } from '../lib/toasts.ts';
import { takeCarried, useBranch } from '../lib/use-branch.ts';
import { useChanges } from '../lib/use-changes.ts';
import { Toasts } from '../ui/toasts.tsx';
import { Appearance } from './appearance.tsx';
import { BranchWatch } from './branch-watch.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Online } from './online.tsx';
import { createQueryClient } from './query-client.ts';
import type { AppRouter } from './routes.tsx';
import { StartupGate } from './startup-gate.tsx';
import { Zones } from './zones.tsx';

function Changes() {
  useChanges(useBranch());
  return null;
}

/** One place, a branch or the plan, with a cache of its own: what was read in another never shows in it. */
function Place({ router }: { router: AppRouter }) {
  const [queryClient] = useState(() => takeCarried(createQueryClient()));
  return (
    <QueryClientProvider client={queryClient}>
      <Appearance>
        <ErrorBoundary>
          <Changes />
          <Online />
          <BranchWatch />
          <StartupGate>
            <Zones>
              <RouterProvider router={router} />
            </Zones>
          </StartupGate>
          <Toasts />
        </ErrorBoundary>
      </Appearance>
    </QueryClientProvider>
  );
}

/** The whole application, given its router and the place for its styles. */
export function App({ router, styles }: { router: AppRouter; styles: EmotionCache }) {
  const branch = useBranch();
  // Whose undo a message of another place offers could not be seen.
  useEffect(() => branchPlace.subscribe(() => toastStore.leaveFor(branchPlace.now())), []);
  return (
    <CacheProvider value={styles}>
      <Place key={branch ?? 'plan'} router={router} />
    </CacheProvider>
  );
}
