import SaveAltRounded from '@mui/icons-material/SaveAltRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { client, orpc } from '../../lib/client.ts';
import { useInstantText } from '../../lib/display-zone.tsx';
import { toFailure } from '../../lib/failures.ts';
import { formatBytes } from '../../lib/format.ts';
import { notify } from '../../lib/toasts.ts';
import { useCommand } from '../../lib/use-command.ts';
import { Facts } from '../../ui/facts.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { TextInput } from '../../ui/form-field.tsx';
import { Panel } from '../../ui/panel.tsx';
import { UnsavedGuard } from '../../ui/unsaved-guard.tsx';
import { ZonePicker } from '../../ui/zone-picker.tsx';
import { holdingsText } from './view-model.ts';

function NameAndZone({ info }: { info: WorkspaceInfo }) {
  const [typedName, setName] = useState<string | null>(null);
  const [chosenZone, setZone] = useState<string | null>(null);
  const name = typedName ?? info.name;
  const zone = chosenZone ?? info.zone;
  const update = useCommand(orpc.workspace.update, { showsFailure: true });
  const queryClient = useQueryClient();
  const changed = name.trim() !== info.name || zone !== info.zone;
  const nameError = name.trim() === '' ? 'Give the workspace a name.' : null;

  async function save(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (nameError !== null || !changed) return;
    // Only what was changed here: the other may have been changed elsewhere meanwhile.
    const changes = {
      ...(name.trim() === info.name ? {} : { name: name.trim() }),
      ...(zone === info.zone ? {} : { zone: zone as Zone }), // one of the zones that can be chosen
    };
    if ((await update.run(changes)) === null) return;
    // What was saved shows at once; what was typed meanwhile stays.
    const key = orpc.workspace.info.queryKey({ input: {} });
    await queryClient.cancelQueries({ queryKey: key });
    queryClient.setQueryData(key, (known) => known && { ...known, ...changes });
    setName((typed) => (typed === typedName ? null : typed));
    setZone((chosen) => (chosen === chosenZone ? null : chosen));
  }

  return (
    <Box
      component="form"
      onSubmit={(event) => void save(event)}
      noValidate
      sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}>
        <TextInput label="Name" value={name} onChange={setName} error={nameError} disabled={info.readOnly} />
        <ZonePicker
          label="Zone"
          value={zone}
          onChange={setZone}
          disabled={info.readOnly}
          hint="For what belongs to no train: the journal, syncs."
        />
      </Box>
      <UnsavedGuard dirty={changed && !update.busy} />
      {update.failure !== null && <FailureView failure={update.failure} />}
      <Box>
        <Button
          type="submit"
          variant="contained"
          disabled={!changed || nameError !== null || info.readOnly}
          loading={update.busy}
        >
          Save
        </Button>
      </Box>
    </Box>
  );
}

/** The open workspace: its name and zone, what it holds, and a copy of it. */
export function WorkspacePanel({ info }: { info: WorkspaceInfo }) {
  const created = useInstantText(info.createdAt);
  const backup = useMutation({
    mutationFn: () => client.workspace.backup({}),
    onSuccess: ({ file, sizeBytes }) => notify.done(`Backed up to ${file} (${formatBytes(sizeBytes)}).`),
    onError: (error) => notify.failed(toFailure(error)),
  });
  return (
    <Panel title="Workspace">
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 5 }}>
        <NameAndZone info={info} />
        <Facts
          facts={[
            ['File', `${info.file}, ${formatBytes(info.sizeBytes)}`],
            ['Created', created],
            ['Holds', holdingsText(info.counts)],
            ['Simulated facts', info.hasSimulatedFacts ? 'yes, marked wherever they show' : 'none'],
          ]}
        />
        <Box>
          <Button
            variant="outlined"
            startIcon={<SaveAltRounded />}
            loading={backup.isPending}
            onClick={() => backup.mutate()}
          >
            Back up now
          </Button>
        </Box>
      </Box>
    </Panel>
  );
}
