import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { FailureView } from '../../ui/failure-view.tsx';
import { TextInput } from '../../ui/form-field.tsx';
import type { Notes } from './use-notes.ts';

/** The notes were changed by somebody else while they were typed here: both are shown, and one is chosen. */
function Choice({ notes }: { notes: Notes }) {
  return (
    <Box role="group" aria-label="The notes as they are now" sx={{ mt: 3 }}>
      <Typography variant="subtitle2">As they are now</Typography>
      <Box sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', color: 'text.secondary', my: 1 }}>
        {notes.kept === '' ? 'Empty.' : notes.kept}
      </Box>
      <Box sx={{ display: 'flex', gap: 2 }}>
        <Button variant="outlined" loading={notes.busy} onClick={() => void notes.saveOver()}>
          Save mine over them
        </Button>
        <Button variant="outlined" onClick={notes.drop}>
          Take these
        </Button>
      </Box>
    </Box>
  );
}

/** Free words about a release; kept when the field is left, so that nothing typed is lost. */
export function NotesTab({ notes, readOnly }: { notes: Notes; readOnly: boolean }) {
  const { failure, unsaved } = notes;
  const isConflict = failure?.code === 'CONFLICT';
  const leave = () => {
    if (!isConflict) void notes.save();
  };
  return (
    <Box sx={{ flex: 1, overflow: 'auto', px: 6, py: 4 }}>
      <Box sx={{ maxWidth: 720 }}>
        <Box onBlur={leave}>
          <TextInput
            label="Notes"
            lines={10}
            value={notes.text}
            onChange={notes.type}
            disabled={readOnly}
            placeholder="What must be known on the day: who is on call, what was promised, where the runbook is."
          />
        </Box>
        {failure !== null && (
          <Box sx={{ mt: 3 }}>
            <FailureView failure={failure} onRetry={isConflict ? undefined : () => void notes.save()} />
            {isConflict && <Choice notes={notes} />}
          </Box>
        )}
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: 2, minHeight: 32 }}>
          <Button
            variant="outlined"
            disabled={!unsaved || readOnly || isConflict}
            loading={notes.busy}
            onClick={() => void notes.save()}
          >
            Save
          </Button>
          <Typography variant="body2" sx={{ color: 'text.secondary' }} aria-live="polite">
            {unsaved && failure === null ? 'Not saved yet: it is saved when you leave the field.' : ''}
          </Typography>
        </Box>
      </Box>
    </Box>
  );
}
