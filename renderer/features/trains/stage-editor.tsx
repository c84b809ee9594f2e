import CloseRounded from '@mui/icons-material/CloseRounded';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import OutlinedInput from '@mui/material/OutlinedInput';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { SelectInput } from '../../ui/form-field.tsx';
import { ListEntry } from '../../ui/list-entry.tsx';
import { MilestoneGlyph } from '../../ui/milestone-glyph.tsx';
import { lookOf } from '../../ui/milestone-kinds.ts';
import { type MomentDraft, offsetSides, type StageDraft } from './stage-draft.ts';

interface MomentEditorProps {
  readonly word: string;
  /** What it is the moment of, for screen readers. */
  readonly of: string;
  readonly moment: MomentDraft;
  readonly onChange: (moment: MomentDraft) => void;
}

function MomentEditor({ word, of, moment, onChange }: MomentEditorProps) {
  const onTheDay = moment.amount.trim() === '0';
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
      <Typography component="span" sx={{ width: 40, color: 'text.secondary' }}>
        {word}
      </Typography>
      <OutlinedInput
        value={moment.amount}
        type="number"
        onChange={(event) => onChange({ ...moment, amount: event.target.value })}
        slotProps={{ input: { 'aria-label': `${of} ${word}: days`, min: 0, max: 400 } }}
        sx={{ width: 62 }}
      />
      <Box sx={{ width: 186 }}>
        {onTheDay ? (
          <Typography component="span" sx={{ color: 'text.secondary', pl: 2.5 }}>
            on the release day
          </Typography>
        ) : (
          <SelectInput
            hideLabel
            label={`${of} ${word}: which days`}
            value={moment.side}
            choices={offsetSides}
            onChange={(side) => onChange({ ...moment, side })}
          />
        )}
      </Box>
      <Typography component="span" sx={{ color: 'text.secondary' }}>
        at
      </Typography>
      <OutlinedInput
        value={moment.time}
        type="time"
        onChange={(event) => onChange({ ...moment, time: event.target.value })}
        slotProps={{ input: { 'aria-label': `${of} ${word}: time` } }}
        sx={{ width: 122 }}
      />
    </Box>
  );
}

export interface StageEditorProps {
  readonly stage: StageDraft;
  readonly problem: string | undefined;
  readonly onChange: (stage: StageDraft) => void;
  readonly onRemove: () => void;
}

/** One stage: what it is, when it starts, and when it ends where it is a span. */
export function StageEditor({ stage, problem, onChange, onRemove }: StageEditorProps) {
  const kind = lookOf(stage.kind);
  const of = stage.name === '' ? kind.label : stage.name;
  return (
    <ListEntry
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '16px minmax(0, 1fr)',
        columnGap: 3,
        py: 3,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0, pt: 0 },
      }}
    >
      <Tooltip title={`${kind.label}: ${kind.meaning}`}>
        <Box sx={{ pt: '9px' }}>
          <MilestoneGlyph kind={stage.kind} size={14} label={kind.label} />
        </Box>
      </Tooltip>
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, minWidth: 0 }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3 }}>
          <OutlinedInput
            value={stage.name}
            onChange={(event) => onChange({ ...stage, name: event.target.value })}
            slotProps={{ input: { 'aria-label': `Name of the stage ${kind.label}` } }}
            error={problem !== undefined}
            sx={{ flex: 1, maxWidth: 300, fontWeight: 560 }}
          />
          <FormControlLabel
            control={
              <Checkbox
                checked={stage.end !== null}
                onChange={(_event, isSpan) =>
                  onChange({ ...stage, suggested: null, end: isSpan ? { ...stage.start, time: '17:00' } : null })
                }
              />
            }
            label="Has an end"
          />
          <Box sx={{ flex: 1 }} />
          <Tooltip title="Remove the stage">
            <IconButton aria-label={`Remove the stage ${of}`} onClick={onRemove}>
              <CloseRounded />
            </IconButton>
          </Tooltip>
        </Box>
        <MomentEditor
          word={stage.end === null ? 'on' : 'from'}
          of={of}
          moment={stage.start}
          onChange={(start) => onChange({ ...stage, suggested: null, start })}
        />
        {stage.end !== null && (
          <MomentEditor
            word="until"
            of={of}
            moment={stage.end}
            onChange={(end) => onChange({ ...stage, suggested: null, end })}
          />
        )}
        {problem !== undefined && (
          <Typography role="alert" variant="body2" sx={{ color: 'error.main' }}>
            {problem}
          </Typography>
        )}
      </Box>
    </ListEntry>
  );
}
