import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ConnectorDescription } from '../../../shared/contract/connections.ts';
import type { Connection } from '../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { client, orpc } from '../../lib/client.ts';
import { useAttempt } from '../../lib/use-attempt.ts';
import { useCommand } from '../../lib/use-command.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { type ConnectionDraft, draftOf, newDraft, readDraft } from './draft.ts';
import { TestResult } from './test-result.tsx';

export interface ConnectionDialogProps {
  readonly kinds: readonly [ConnectorDescription, ...ConnectorDescription[]];
  /** The connection to change; null adds one. */
  readonly connection: Connection | null;
  readonly hasSecret: boolean;
  readonly onDone: (id: ConnectionId) => void;
  readonly onClose: () => void;
}

/** Adds or changes a connection; it can be tested before it is saved, and its secret is only ever written. */
export function ConnectionDialog({ kinds, connection, hasSecret, onDone, onClose }: ConnectionDialogProps) {
  const [draft, setDraft] = useState<ConnectionDraft>(() =>
    connection === null ? newDraft(kinds[0]) : draftOf(connection),
  );
  const [tried, setTried] = useState(false);
  const [dirty, setDirty] = useState(false);
  const add = useCommand(orpc.connections.add, { showsFailure: true });
  const update = useCommand(orpc.connections.update, { showsFailure: true });
  const attempt = useAttempt();
  const queryClient = useQueryClient();
  const { plan, problems } = readDraft(draft, !hasSecret);
  const id = connection?.id ?? null;

  async function keepSecret(of: ConnectionId): Promise<void> {
    if (draft.auth === 'none' || draft.secret === '') return;
    await attempt(() => client.connections.saveSecret({ id: of, secret: draft.secret }));
  }

  async function save(): Promise<void> {
    setTried(true);
    if (plan === null) return;
    const saved = id === null ? await add.run(plan) : await update.run({ id, plan });
    if (saved === null) return;
    const target = id ?? ('id' in saved ? (saved.id as ConnectionId) : null); // `add` answers with the new id
    if (target === null) return;
    await keepSecret(target);
    await queryClient.invalidateQueries({ queryKey: orpc.connections.list.key() });
    if (id === null) await attempt(() => client.sync.start({ connectionId: target }));
    onDone(target);
  }

  return (
    <FormDialog
      open
      width="sm"
      title={connection === null ? 'Add a connection' : `Edit ${connection.name}`}
      submit={connection === null ? 'Add and sync' : 'Save'}
      busy={add.busy || update.busy}
      dirty={dirty}
      failure={add.failure ?? update.failure}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <ConnectionForm
        kinds={kinds}
        draft={draft}
        problems={tried ? problems : {}}
        isNew={connection === null}
        hasSecret={hasSecret}
        onChange={(changes) => {
          setDirty(true);
          setDraft((known) => ({ ...known, ...changes }));
        }}
      />
      <TestResult
        label="Test before saving"
        disabled={plan === null || (draft.auth !== 'none' && draft.secret === '')}
        test={(signal) =>
          plan === null
            ? Promise.reject(new Error('the form is not complete')) // the button is disabled then
            : client.connections.testPlan({ plan, secret: draft.secret === '' ? null : draft.secret }, { signal })
        }
      />
    </FormDialog>
  );
}
