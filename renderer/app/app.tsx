import type { EmotionCache } from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { useChanges } from '../lib/use-changes.ts';
import { Toasts } from '../ui/toasts.tsx';
import { Appearance } from './appearance.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Online } from './online.tsx';
import { createQueryClient } from './query-client.ts';
import type { AppRouter } from './routes.tsx';
import { StartupGate } from './startup-gate.tsx';
import { Zones } from './zones.tsx';

function Changes() {
  useChanges();
  return null;
}

/** The whole application, given its router and the place for its styles. */
export function App({ router, styles }: { router: AppRouter; styles: EmotionCache }) {
  const [queryClient] = useState(createQueryClient);
  return (
    <CacheProvider value={styles}>
      <QueryClientProvider client={queryClient}>
        <Appearance>
          <ErrorBoundary>
            <Changes />
            <Online />
            <StartupGate>
              <Zones>
                <RouterProvider router={router} />
              </Zones>
            </StartupGate>
            <Toasts />
          </ErrorBoundary>
        </Appearance>
      </QueryClientProvider>
    </CacheProvider>
  );
}
