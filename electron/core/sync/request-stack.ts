import type { PageRequest } from '../connectors/_kit/connector.ts';
import type { QueuedRequest } from './write-pages.ts';

/** What is left to ask in this run, as the store's queue has it or soon will. */
export interface RequestStack {
  readonly size: () => number;
  readonly take: () => QueuedRequest | undefined;
  /** Puts requests before all others, in their order, and says their positions; known keys are left out. */
  readonly putFirst: (requests: readonly PageRequest[]) => readonly QueuedRequest[];
  /** Whether a key was queued in this run, asked meanwhile or not. */
  readonly knows: (key: string) => boolean;
  readonly forgetScope: (scope: string) => void;
}

/**
 * Details come before the rest of their list, so that little waits at any time however long the list is.
 * Positions only fall: the smallest is asked first.
 */
export function createRequestStack(queued: readonly QueuedRequest[]): RequestStack {
  let stack = [...queued].sort((a, b) => b.position - a.position);
  let first = stack.at(-1)?.position ?? 0;
  const known = new Set(stack.map(({ request }) => request.key));
  return {
    size: () => stack.length,
    take: () => stack.pop(),
    putFirst: (requests) => {
      const fresh = requests.filter((request) => !known.has(request.key));
      for (const { key } of fresh) known.add(key);
      first -= fresh.length;
      const added = fresh.map((request, index) => ({ position: first + index, request }));
      stack.push(...added.toReversed());
      return added;
    },
    knows: (key) => known.has(key),
    forgetScope: (scope) => {
      stack = stack.filter(({ request }) => request.scope !== scope);
    },
  };
}
