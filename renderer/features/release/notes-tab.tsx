import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useRef, useState } from 'react';
import type { Release } from '../../../shared/model/release.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/use-command.ts';
import { TextInput } from '../../ui/form-field.tsx';

/** Free words about a release; kept when the field is left, so that nothing typed is lost. */
export function NotesTab({ release, readOnly }: { release: Release; readOnly: boolean }) {
  const [draft, setDraft] = useState<string | null>(null);
  const update = useCommand(orpc.releases.update);
  const changed = draft !== null && draft !== release.notes;

  // Leaving the field by a click on Save asks twice; it is saved once.
  const saving = useRef(false);
  async function save(): Promise<void> {
    if (!changed || readOnly || saving.current) return;
    saving.current = true;
    const saved = await update.run({ id: release.id, notes: draft });
    saving.current = false;
    if (saved !== null) setDraft(null);
  }

  return (
    <Box sx={{ flex: 1, overflow: 'auto', px: 6, py: 4 }}>
      <Box sx={{ maxWidth: 720 }} onBlur={() => void save()}>
        <TextInput
          label="Notes"
          lines={10}
          value={draft ?? release.notes}
          onChange={setDraft}
          disabled={readOnly}
          placeholder="What must be known on the day: who is on call, what was promised, where the runbook is."
        />
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: 2, minHeight: 32 }}>
          <Button variant="outlined" disabled={!changed || readOnly} loading={update.busy} onClick={() => void save()}>
            Save
          </Button>
          <Typography variant="body2" sx={{ color: 'text.secondary' }} aria-live="polite">
            {changed ? 'Not saved yet: it is saved when you leave the field.' : ''}
          </Typography>
        </Box>
      </Box>
    </Box>
  );
}
