import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { HistoryNote } from '../../../shared/model/forecast.ts';
import { formatDay, formatNumber } from '../../lib/format.ts';
import { rowsText } from './choose.ts';
import { historyText } from './forecast-model.ts';
import type { OnSearch } from './search.ts';

export interface DrawnFromProps {
  readonly history: HistoryNote;
  readonly runs: number;
  readonly seed: number;
  readonly onSearch: OnSearch;
}

/** What a forecast was drawn from, with the items themselves behind it, and how to have the same again. */
export function DrawnFrom({ history, runs, seed, onSearch }: DrawnFromProps) {
  const { from, to, typed } = history;
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 3, borderTop: 1, borderColor: 'divider', pt: 3 }}>
      <Typography variant="body2" sx={{ flex: 1, color: 'text.secondary', textWrap: 'pretty' }}>
        Drawn from {typed === null && `${formatDay(from, 'medium')} to ${formatDay(to)}: `}
        {historyText(history)} {formatNumber(runs)} runs, seed {seed}: the same seed over the same history gives the
        same forecast.
      </Typography>
      {typed === null && (
        <Button
          size="small"
          variant="outlined"
          sx={{ flexShrink: 0 }}
          onClick={() => onSearch({ rows: rowsText({ from, to, type: null }) })}
        >
          Items behind it
        </Button>
      )}
    </Box>
  );
}
