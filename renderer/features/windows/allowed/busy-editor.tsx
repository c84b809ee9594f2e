import AddRounded from '@mui/icons-material/AddRounded';
import CloseRounded from '@mui/icons-material/CloseRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { endAlong } from '../../../lib/end-along.ts';
import { SelectInput, TextInput } from '../../../ui/form-field.tsx';
import { ListEntry } from '../../../ui/list-entry.tsx';
import { TimeInput } from '../../../ui/time-input.tsx';
import type { BusyDraft, SlotsDraft } from './slots-draft.ts';

const weights = [
  { value: '1', label: 'Hands off' },
  { value: '0.75', label: 'Very busy' },
  { value: '0.5', label: 'Busy' },
  { value: '0.25', label: 'A little' },
] as const;

const MOST = 20;

export interface BusyEditorProps {
  readonly draft: SlotsDraft;
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (busy: readonly BusyDraft[]) => void;
}

/** Times in which the business would rather not be disturbed. */
export function BusyEditor({ draft, problems, onChange }: BusyEditorProps) {
  const { busy } = draft;
  const fresh: BusyDraft = { name: '', start: `${draft.from}T09:00`, end: `${draft.from}T17:00`, weight: '1' };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {busy.map((one, at) => {
        const set = (changes: Partial<BusyDraft>) => onChange(busy.with(at, { ...one, ...changes }));
        const problem = problems[`busy.${at}`];
        return (
          // Busy times have no identity but their place.
          <ListEntry key={`busy-${at + 1}`}>
            <Box
              sx={{
                display: 'grid',
                gridTemplateColumns: 'minmax(90px, 1fr) 190px 190px 116px 32px',
                gap: 2,
                alignItems: 'end',
              }}
            >
              <TextInput
                label={`Busy time ${at + 1}`}
                value={one.name}
                onChange={(name) => set({ name })}
                placeholder="Quarter end"
              />
              <TimeInput
                label="Starts"
                value={one.start}
                onChange={(start) => set({ start, end: endAlong(one, start) })}
              />
              <TimeInput label="Ends" value={one.end} onChange={(end) => set({ end })} />
              <SelectInput
                label="How busy"
                value={one.weight}
                choices={weights}
                onChange={(weight) => set({ weight })}
              />
              <IconButton aria-label={`Remove busy time ${at + 1}`} onClick={() => onChange(busy.toSpliced(at, 1))}>
                <CloseRounded />
              </IconButton>
            </Box>
            {problem !== undefined && (
              <Typography variant="body2" sx={{ color: 'error.main', mt: 0.5 }}>
                {problem}
              </Typography>
            )}
          </ListEntry>
        );
      })}
      <Box sx={{ ml: -2 }}>
        <Button startIcon={<AddRounded />} disabled={busy.length >= MOST} onClick={() => onChange([...busy, fresh])}>
          Add a time when the business is busy
        </Button>
      </Box>
    </Box>
  );
}
