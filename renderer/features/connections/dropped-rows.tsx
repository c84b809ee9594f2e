import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { SyncRun } from '../../../shared/model/connection.ts';
import { formatCount } from '../../lib/format.ts';
import { monoFamily } from '../../ui/tokens.ts';

/** Rows that the last pass could not read: how many, and the first few with the reason. */
export function DroppedRows({ run }: { run: Pick<SyncRun, 'droppedCount' | 'dropped'> }) {
  return (
    <Box>
      <Typography sx={{ color: 'text.secondary', mb: 1 }}>
        {formatCount(run.droppedCount, 'row')} of the last sync {run.droppedCount === 1 ? 'was' : 'were'} left out, so
        what is held is not complete. The raw answers are kept: once the reader is mended, they are read again.
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {run.dropped.map((row, at) => (
          // The first few rows of one run never change their order.
          <Box component="li" key={`${at} ${row.stream}`} sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
            <Typography variant="subtitle2">
              {row.stream}: {row.reason}
            </Typography>
            <Box
              component="code"
              title={row.sample}
              sx={{
                display: 'block',
                fontFamily: monoFamily,
                fontSize: 12,
                color: 'text.secondary',
                overflowWrap: 'anywhere',
                maxHeight: 54,
                overflow: 'hidden',
              }}
            >
              {row.sample}
            </Box>
          </Box>
        ))}
      </Box>
    </Box>
  );
}
