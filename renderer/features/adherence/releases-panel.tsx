import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import type { AdherenceTerms, ReleaseAdherence } from '../../../shared/model/adherence.ts';
import { formatCount, formatDay } from '../../lib/format.ts';
import { SidePanel } from '../../ui/side-panel.tsx';
import { rowOf } from './view-model.ts';

export interface ReleasesPanelProps {
  readonly title: string;
  readonly releases: readonly ReleaseAdherence[];
  readonly unit: AdherenceTerms['unit'];
  readonly onOpen: (key: string) => void;
  readonly onClose: () => void;
}

/** The releases behind one mark of a picture. */
export function ReleasesPanel({ title, releases, unit, onOpen, onClose }: ReleasesPanelProps) {
  return (
    <SidePanel title={title} kicker={formatCount(releases.length, 'release')} onClose={onClose}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {releases.map((release) => {
          const row = rowOf(release, unit);
          const days = [row.planned === null ? null : `baseline ${formatDay(row.planned)}`, row.outcome];
          return (
            <Box component="li" key={row.key} sx={{ py: 2, borderTop: 1, borderColor: 'divider' }}>
              <Link component="button" type="button" onClick={() => onOpen(row.key)} sx={{ textAlign: 'left' }}>
                {row.name}
              </Link>
              <Box sx={{ color: 'text.secondary', fontSize: 12 }}>{days.filter(Boolean).join(' · ')}</Box>
            </Box>
          );
        })}
      </Box>
    </SidePanel>
  );
}
