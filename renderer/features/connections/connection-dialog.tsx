import { useState } from 'react';
import type { ConnectorDescription } from '../../../shared/contract/connections.ts';
import type { Connection } from '../../../shared/model/connection.ts';
import type { ConnectionId } from '../../../shared/model/ids.ts';
import { client } from '../../lib/client.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { ConnectionForm } from './connection-form.tsx';
import { type ConnectionDraft, draftOf, newDraft, readDraft } from './draft.ts';
import { TestResult } from './test-result.tsx';
import { useSaveConnection } from './use-save-connection.ts';

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
  const saving = useSaveConnection(connection);
  const { plan, problems } = readDraft(draft, !hasSecret);
  const isNew = connection === null;

  async function save(): Promise<void> {
    setTried(true);
    if (plan === null) return;
    const id = await saving.save(plan, draft.auth === 'none' || draft.secret === '' ? null : draft.secret);
    if (id !== null) onDone(id);
  }

  return (
    <FormDialog
      open
      width="sm"
      title={isNew ? 'Add a connection' : `Edit ${connection.name}`}
      submit={isNew ? 'Add and sync' : 'Save'}
      busy={saving.busy}
      dirty={dirty}
      failure={saving.failure}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <ConnectionForm
        kinds={kinds}
        draft={draft}
        problems={tried ? problems : {}}
        isNew={isNew}
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
