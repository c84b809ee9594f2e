import type { Env } from '../../../shared/model/env.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { type Instant, instant } from '../../../shared/model/time.ts';

/** The first pause after a failure, doubled with each further one in a row. */
const FIRST_MS = 60_000;
const LONGEST_MS = 60 * 60_000;

/** Until when connections whose syncs fail are left alone by the schedule, whatever the store says of them. */
export interface Setbacks {
  readonly failed: (connectionId: ConnectionId) => void;
  readonly recovered: (connectionId: ConnectionId) => void;
  /** Null when nothing speaks against starting. */
  readonly notBefore: (connectionId: ConnectionId) => Instant | null;
}

/**
 * Remembers failures in memory only: a sync that cannot even be written down (a full disk, a keychain that is
 * locked, a thread that dies at once) would otherwise be due again at once, for ever.
 */
export function createSetbacks({ now }: Pick<Env, 'now'>): Setbacks {
  const known = new Map<ConnectionId, { readonly times: number; readonly until: Instant }>();
  return {
    failed: (id) => {
      const times = (known.get(id)?.times ?? 0) + 1;
      known.set(id, { times, until: instant(now() + Math.min(LONGEST_MS, FIRST_MS * 2 ** (times - 1))) });
    },
    recovered: (id) => {
      known.delete(id);
    },
    notBefore: (id) => known.get(id)?.until ?? null,
  };
}
