import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Baseline } from '../../../shared/model/baseline.ts';
import type { TrainId } from '../../../shared/model/ids.ts';
import type { Train } from '../../../shared/model/train.ts';
import { orpc } from '../../lib/client.ts';
import { useOwnZone, useZones } from '../../lib/display-zone.tsx';
import { formatPlanned } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { ListEntry } from '../../ui/list-entry.tsx';

const LONGEST = 120;
const hows = { named: 'named', approval: 'kept when it went under way' } as const;

interface BaselineListProps {
  readonly baselines: readonly Baseline[];
  readonly trains: readonly Train[];
}

function BaselineList({ baselines, trains }: BaselineListProps) {
  const remove = useCommand(orpc.adherence.removeBaseline, { several: true });
  const { display } = useZones();
  const zone = useOwnZone();
  const nameOf = (id: TrainId | null) =>
    id === null ? 'every train' : (trains.find((train) => train.id === id)?.name ?? 'a train that is gone');
  if (baselines.length === 0) {
    return <Typography sx={{ color: 'text.secondary' }}>No baseline has been named yet.</Typography>;
  }
  return (
    <Box component="ul" aria-label="Baselines" sx={{ listStyle: 'none', m: 0, p: 0, maxHeight: 280, overflow: 'auto' }}>
      {baselines.map(({ id, name, how, trainId, at }) => (
        <ListEntry
          component="li"
          key={id}
          sx={{ display: 'flex', alignItems: 'center', gap: 2, py: 1.5, borderTop: 1, borderColor: 'divider' }}
        >
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Box sx={{ overflowWrap: 'anywhere' }}>{name}</Box>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {nameOf(trainId)} · {hows[how]} · {formatPlanned(at, zone, display)}
            </Typography>
          </Box>
          <IconButton aria-label={`Remove baseline ${name}`} onClick={() => void remove.run({ id })}>
            <DeleteOutlineRounded />
          </IconButton>
        </ListEntry>
      ))}
    </Box>
  );
}

export interface BaselinesDialogProps extends BaselineListProps {
  /** The train that the screen is about; empty for every train. */
  readonly trainId: string;
  readonly onNamed: (id: string) => void;
  readonly onClose: () => void;
}

/** Names the plan as it stands now, and lists the baselines that there are. */
export function BaselinesDialog({ baselines, trains, trainId, onNamed, onClose }: BaselinesDialogProps) {
  const [name, setName] = useState('');
  const [of, setOf] = useState(trainId);
  const [tried, setTried] = useState(false);
  const add = useCommand(orpc.adherence.addBaseline, { showsFailure: true });
  const missing = tried && name.trim() === '' ? 'Give it a name.' : null;

  async function submit(): Promise<void> {
    setTried(true);
    if (name.trim() === '' || name.length > LONGEST) return;
    // One of the trains that were listed, or none.
    const added = await add.run({ name: name.trim(), how: 'named', trainId: of === '' ? null : (of as TrainId) });
    if (added !== null) onNamed(added.id);
  }

  return (
    <FormDialog
      open
      title="Baselines"
      submit="Name the plan as it is now"
      busy={add.busy}
      failure={add.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        value={name}
        onChange={setName}
        required
        autoFocus
        placeholder="Agreed in the quarterly review"
        error={name.length > LONGEST ? `At most ${LONGEST} characters.` : missing}
        hint="What the plan says now is kept under this name, to measure releases by later."
      />
      <SelectInput
        label="Of"
        value={of}
        choices={[
          { value: '', label: 'Every train' },
          ...trains.map((train) => ({ value: String(train.id), label: train.name })),
        ]}
        onChange={setOf}
      />
      <BaselineList baselines={baselines} trains={trains} />
    </FormDialog>
  );
}
