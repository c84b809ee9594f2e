import Typography from '@mui/material/Typography';
import { formatCount } from '../../lib/format.ts';

/** Says at the end of a list that there is more than it shows; nothing where it shows all. */
export function LeftOut({ count, what }: { count: number; what: string }) {
  if (count === 0) return null;
  return (
    <Typography variant="body2" sx={{ px: 4, py: 1.5, color: 'text.secondary', borderTop: 1, borderColor: 'divider' }}>
      {formatCount(count, `more ${what}`)} not shown here
    </Typography>
  );
}
