import { QueryClient } from '@tanstack/react-query';
import { toFailure } from '../lib/failures.ts';

/** Asks again only where the line broke: every other failure is an answer. */
function shouldRetry(count: number, error: unknown): boolean {
  return count < 4 && toFailure(error).code === 'UNAVAILABLE';
}

/** The query cache: the core is on this machine and says what moved, so nothing is asked again on a hunch. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 60_000,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: shouldRetry,
        retryDelay: 200,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}
