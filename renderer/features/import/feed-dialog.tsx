import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TrainId } from '../../../shared/model/ids.ts';
import { answerOf, choicesFailure, listOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { toFailure } from '../../lib/failures.ts';
import { notify } from '../../lib/toasts.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { FieldGroup, TextInput } from '../../ui/form-field.tsx';
import { NamedPicker } from '../../ui/named-picker.tsx';
import { trainsQuery } from './queries.ts';

/** Asks what a calendar feed is to have in it, and makes it. */
export function FeedDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const trains = answerOf(useQuery(trainsQuery()));
  const [name, setName] = useState('Release plan');
  const [chosen, setChosen] = useState<readonly TrainId[]>([]);
  const [milestones, setMilestones] = useState(true);
  const [rules, setRules] = useState(true);
  const trainIds = chosen.length === 0 ? null : [...chosen];
  const add = useMutation({
    mutationFn: () => orpc.exchange.addFeed.call({ name: name.trim(), trainIds, milestones, rules }),
    onSuccess: () => {
      notify.done(`Made the calendar feed “${name.trim()}”`);
      onDone();
    },
  });
  return (
    <FormDialog
      open
      title="Share as a calendar feed"
      submit="Make the feed"
      busy={add.isPending}
      ready={name.trim() !== ''}
      failure={add.error === null ? null : toFailure(add.error)}
      onSubmit={() => add.mutate()}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        value={name}
        onChange={setName}
        hint="By this name you know it again, to revoke it."
        slotProps={{ htmlInput: { maxLength: 120 } }}
        autoFocus
        required
      />
      <NamedPicker
        label="Trains"
        hint="Leave it empty for every train, also those that are made later."
        none="There are no trains yet."
        options={listOf(trains).map(({ train }) => train)}
        failure={choicesFailure(trains)}
        value={chosen}
        onChange={setChosen}
      />
      <FieldGroup label="Besides the departures">
        <Box sx={{ display: 'flex', flexDirection: 'column' }}>
          <FormControlLabel
            control={<Checkbox checked={milestones} onChange={(event) => setMilestones(event.target.checked)} />}
            label="Milestones"
          />
          <FormControlLabel
            control={<Checkbox checked={rules} onChange={(event) => setRules(event.target.checked)} />}
            label="Windows, freezes and maintenance"
          />
        </Box>
      </FieldGroup>
    </FormDialog>
  );
}
