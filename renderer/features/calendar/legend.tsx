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

function Mark({ sign, children }: { sign: ReactNode; children: ReactNode }) {
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 2, minHeight: 24 }}>
      <Box sx={{ width: 20, display: 'flex', justifyContent: 'center' }}>{sign}</Box>
      {children}
    </Box>
  );
}

function TimelineMarks() {
  const look = useLook();
  const block = (background: string) => (
    <Box sx={{ width: 16, height: 14, background, border: 1, borderColor: 'divider' }} />
  );
  return (
    <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
      <Mark sign={<Pennant state="planned" />}>A release departs: planned</Mark>
      <Mark sign={<Pennant state="under-way" />}>Under way</Mark>
      <Mark sign={<Pennant state="departed" />}>Departed</Mark>
      <Mark sign={<Pennant state="cancelled" />}>Cancelled</Mark>
      <Mark sign={<Box sx={{ width: 5, height: 5, background: look.text }} />}>
        Moved by hand: stays when its release moves
      </Mark>
      <Mark sign={block(look.muted)}>Day off of that train or team</Mark>
      <Mark sign={block(`repeating-linear-gradient(135deg, ${look.tones.danger.mark} 0 1px, ${look.surface} 1px 5px)`)}>
        A freeze or maintenance behind what it is about
      </Mark>
      {entryLookNames.map((name) => (
        <Mark key={name} sign={<EntryGlyph look={name} />}>
          {entryLooks[name].label}
        </Mark>
      ))}
      {(['blocking', 'serious', 'minor'] as const).map((severity) => (
        <Mark key={severity} sign={<SeverityGlyph severity={severity} />}>
          In conflict: {severityLooks[severity].label.toLowerCase()}
        </Mark>
      ))}
      <Mark sign={<Box sx={{ width: 2, height: 16, background: look.tones.danger.mark }} />}>Now</Mark>
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
