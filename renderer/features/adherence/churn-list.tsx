import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { max } from 'd3';
import type { ReleaseAdherence, ScopeChurn } from '../../../shared/model/adherence.ts';
import { useLook } from '../../ui/use-look.ts';

export interface ChurnListProps {
  readonly churn: readonly ScopeChurn[];
  readonly releases: readonly ReleaseAdherence[];
  readonly onOpen: (key: string) => void;
}

/** How many releases with a change after the cut-off are drawn; the table has all of them. */
const MOST = 12;

function Bar({ share, colour }: { share: number; colour: string }) {
  return (
    <Box
      aria-hidden
      sx={{
        height: 10,
        width: `${share * 100}%`,
        minWidth: share > 0 ? 3 : 0,
        borderRadius: '2px',
        background: colour,
      }}
    />
  );
}

/** What came and went after the cut-off, release by release, those with most first; each opens. */
export function ChurnList({ churn, releases, onOpen }: ChurnListProps) {
  const { tones } = useLook();
  const named = new Map(releases.map((release) => [release.releaseId as string | null, release]));
  const gone = ({ dropped, bumped }: ScopeChurn) => dropped + bumped;
  const rows = churn
    .filter((one) => one.added + gone(one) > 0)
    .toSorted((a, b) => b.added + gone(b) - a.added - gone(a));
  if (rows.length === 0) {
    return <Typography sx={{ color: 'text.secondary' }}>Nothing was added or dropped after a cut-off.</Typography>;
  }
  const most = max(rows, (one) => Math.max(one.added, gone(one))) ?? 1;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2 }}>
      {rows.slice(0, MOST).map((one) => {
        const release = named.get(one.releaseId);
        return (
          <Box
            component="li"
            key={one.releaseId}
            sx={{ display: 'grid', gridTemplateColumns: 'minmax(120px, 1fr) 2fr auto', gap: 3, alignItems: 'center' }}
          >
            <Link
              component="button"
              type="button"
              noWrap
              sx={{ textAlign: 'left' }}
              onClick={() => release !== undefined && onOpen(release.key)}
            >
              {release?.name ?? one.releaseId}
            </Link>
            <Box sx={{ display: 'grid', gap: '2px' }}>
              <Bar share={one.added / most} colour={tones.warning.mark} />
              <Bar share={gone(one) / most} colour={tones.neutral.mark} />
            </Box>
            <Typography variant="body2" sx={{ color: 'text.secondary', minWidth: 150, textAlign: 'right' }}>
              {one.added} added, {gone(one)} dropped or bumped
            </Typography>
          </Box>
        );
      })}
      {rows.length > MOST && (
        <Typography component="li" variant="body2" sx={{ color: 'text.secondary' }}>
          {rows.length - MOST} more in the table
        </Typography>
      )}
    </Box>
  );
}
