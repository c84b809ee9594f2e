import FilterListRounded from '@mui/icons-material/FilterListRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import Divider from '@mui/material/Divider';
import FormControlLabel from '@mui/material/FormControlLabel';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { type ReactNode, useState } from 'react';
import { MilestoneKind } from '../../../shared/model/train.ts';
import { severityLooks } from '../../ui/conflict-looks.ts';
import { MilestoneGlyph } from '../../ui/milestone-glyph.tsx';
import { lookOf } from '../../ui/milestone-kinds.ts';
import { SeverityGlyph } from '../../ui/severity-chip.tsx';
import type { Palette } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import { EntryGlyph } from './entry-glyph.tsx';
import { Pennant } from './pennant.tsx';
import { entryLookNames, entryLooks } from './timeline/entry-looks.ts';

export interface LegendProps {
  readonly hidden: readonly MilestoneKind[];
  readonly onChange: (hidden: readonly MilestoneKind[] | undefined) => void;
  /** Whether the marks of the timeline are explained too. */
  readonly marks: boolean;
}

/** Every sign of the timeline besides milestones, with what it means. */
export function timelineMarks(look: Palette): readonly { readonly text: string; readonly sign: ReactNode }[] {
  const block = (background: string) => (
    <Box sx={{ width: 16, height: 14, background, border: 1, borderColor: 'divider' }} />
  );
  return [
    { text: 'A release departs: planned', sign: <Pennant state="planned" /> },
    { text: 'Under way', sign: <Pennant state="under-way" /> },
    { text: 'Departed', sign: <Pennant state="departed" /> },
    { text: 'Cancelled', sign: <Pennant state="cancelled" /> },
    {
      text: 'Moved by hand: stays when its release moves',
      sign: <Box sx={{ width: 5, height: 5, background: look.text }} />,
    },
    { text: 'Day off of that train or team', sign: block(look.muted) },
    {
      text: 'A freeze or maintenance behind what it is about',
      sign: block(`repeating-linear-gradient(135deg, ${look.tones.danger.mark} 0 1px, ${look.surface} 1px 5px)`),
    },
    ...entryLookNames.map((name) => ({ text: entryLooks[name].label, sign: <EntryGlyph look={name} /> })),
    ...(['blocking', 'serious', 'minor'] as const).map((severity) => ({
      text: `In conflict: ${severityLooks[severity].label.toLowerCase()}`,
      sign: <SeverityGlyph severity={severity} />,
    })),
    { text: 'Now', sign: <Box sx={{ width: 2, height: 16, background: look.tones.danger.mark }} /> },
  ];
}

function TimelineMarks() {
  const look = useLook();
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      {timelineMarks(look).map(({ text, sign }) => (
        <Box key={text} component="li" sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 24 }}>
          <Box sx={{ width: 20, display: 'flex', justifyContent: 'center' }}>{sign}</Box>
          {text}
        </Box>
      ))}
    </Box>
  );
}

/** Explains every sign, and hides kinds of milestone. */
export function Legend({ hidden, onChange, marks }: LegendProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const toggle = (kind: MilestoneKind) => {
    const next = hidden.includes(kind) ? hidden.filter((one) => one !== kind) : [...hidden, kind];
    onChange(next.length === 0 ? undefined : next);
  };
  return (
    <>
      <Button
        variant="outlined"
        startIcon={<FilterListRounded />}
        aria-haspopup="dialog"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {hidden.length === 0 ? 'Legend' : `Legend · ${hidden.length} hidden`}
      </Button>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': 'Legend and filter', sx: { width: 420, mt: 1, p: 4 } } }}
      >
        <Typography variant="h4" component="h2" sx={{ mb: 1 }}>
          Milestones shown
        </Typography>
        {MilestoneKind.options.map((kind) => (
          <FormControlLabel
            key={kind}
            control={<Checkbox checked={!hidden.includes(kind)} onChange={() => toggle(kind)} />}
            label={
              <Box
                sx={{
                  display: 'grid',
                  gridTemplateColumns: '16px 1fr',
                  alignItems: 'start',
                  columnGap: 1.5,
                  '& > svg': { mt: '4px' },
                }}
              >
                <MilestoneGlyph kind={kind} />
                <span>
                  {lookOf(kind).label}{' '}
                  <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
                    {lookOf(kind).meaning}
                  </Typography>
                </span>
              </Box>
            }
            sx={{ display: 'flex', mr: 0 }}
          />
        ))}
        {marks && (
          <>
            <Divider sx={{ my: 3 }} />
            <Typography variant="h4" component="h2" sx={{ mb: 1 }}>
              Marks
            </Typography>
            <TimelineMarks />
          </>
        )}
      </Popover>
    </>
  );
}
