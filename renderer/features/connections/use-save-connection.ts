import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Connection, ConnectionPlan } from '../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { formBaseOf } from '../../lib/edit-base.ts';
import { toFailure, type UiFailure } from '../../lib/failures.ts';
import { useAttempt } from '../../lib/use-attempt.ts';
import { useCommand } from '../../lib/use-command.ts';

type Saving =
  | { readonly kind: 'rest' }
  | { readonly kind: 'busy' }
  /** The connection is saved, its secret is not. */
  | { readonly kind: 'half-saved'; readonly failure: UiFailure };

export interface SaveConnection {
  /** The connection's id once all of it is kept; null where something is not. */
  readonly save: (plan: ConnectionPlan, secret: string | null) => Promise<ConnectionId | null>;
  readonly busy: boolean;
  readonly failure: UiFailure | null;
}

function planOf({ id: _id, ...plan }: Connection): ConnectionPlan {
  return plan;
}

/**
 * Saves a connection and its secret as one thing, and begins the first sync of a new one. Where the secret cannot be
 * kept, the next try goes on from there: the connection is not added twice.
 */
export function useSaveConnection(connection: Connection | null): SaveConnection {
  const [saving, setSaving] = useState<Saving>({ kind: 'rest' });
  /** The connection as this form last knew it: as it was opened, then as it was saved. */
  const [kept, setKept] = useState(connection);
  const add = useCommand(orpc.connections.add, { showsFailure: true });
  const update = useCommand(orpc.connections.update, { showsFailure: true });
  const attempt = useAttempt();
  const queryClient = useQueryClient();

  async function keepPlan(plan: ConnectionPlan): Promise<ConnectionId | null> {
    if (kept === null) return (await add.run(plan))?.id ?? null;
    const edit = { begun: planOf(kept), now: planOf(connection ?? kept), failure: update.failure };
    const done = await update.run({ id: kept.id, plan, base: formBaseOf(edit, plan) });
    return done === null ? null : kept.id;
  }

  async function keepSecret(id: ConnectionId, secret: string | null): Promise<UiFailure | null> {
    if (secret === null) return null;
    try {
      await client.connections.saveSecret({ id, secret });
      return null;
    } catch (error) {
      const failure = toFailure(error);
      return { ...failure, message: `The connection is saved, its token is not. ${failure.message}` };
    }
  }

  async function keepAll(plan: ConnectionPlan, secret: string | null): Promise<ConnectionId | UiFailure | null> {
    const id = await keepPlan(plan);
    if (id === null) return null;
    setKept({ ...plan, id });
    const failure = await keepSecret(id, secret);
    if (failure !== null) return failure;
    await queryClient.invalidateQueries({ queryKey: orpc.connections.list.key() });
    if (connection === null) await attempt(() => client.sync.start({ connectionId: id }));
    return id;
  }

  async function save(plan: ConnectionPlan, secret: string | null): Promise<ConnectionId | null> {
    if (saving.kind === 'busy') return null;
    setSaving({ kind: 'busy' });
    const outcome = await keepAll(plan, secret);
    const failed = outcome !== null && typeof outcome === 'object';
    setSaving(failed ? { kind: 'half-saved', failure: outcome } : { kind: 'rest' });
    return failed ? null : outcome;
  }

  return {
    save,
    busy: saving.kind === 'busy',
    failure: saving.kind === 'half-saved' ? saving.failure : (add.failure ?? update.failure),
  };
}
