import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Conflict } from '../../../shared/model/conflict.ts';
import { formatCount } from '../../lib/format.ts';
import { sidesText } from '../../ui/conflict-words.ts';
import { SeverityChip } from '../../ui/severity-chip.tsx';

const STEP = 50;

/** Conflicts of one side alone: how severe, which rule, who with whom. */
export function ConflictList({ title, conflicts }: { title: string; conflicts: readonly Conflict[] }) {
  const [shown, setShown] = useState(STEP);
  const hidden = conflicts.length - shown;
  if (conflicts.length === 0) return null;
  return (
    <Box component="section" aria-label={title} sx={{ mt: 4 }}>
      <Typography variant="subtitle2" component="h3" sx={{ mb: 1 }}>
        {title} ({conflicts.length})
      </Typography>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {conflicts.slice(0, shown).map((conflict) => (
          <Box
            key={conflict.key}
            component="li"
            sx={{ display: 'flex', gap: 3, py: 1.5, borderTop: 1, borderColor: 'divider', minWidth: 0 }}
          >
            <SeverityChip severity={conflict.severity} />
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {conflict.rule}
              <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{sidesText(conflict)}</Box>
            </Box>
          </Box>
        ))}
      </Box>
      {hidden > 0 && (
        <Button variant="text" onClick={() => setShown(shown + STEP)}>
          Show {formatCount(Math.min(STEP, hidden), 'more conflict')}
        </Button>
      )}
    </Box>
  );
}
