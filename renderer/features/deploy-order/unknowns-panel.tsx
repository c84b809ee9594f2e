import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { capital } from '../../lib/format.ts';
import { RouterLink } from '../../ui/router-link.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import type { Unknowns } from './search.ts';
import type { UnknownGroup, UnknownRow } from './unknowns.ts';

const meanings: Readonly<Record<Unknowns, string>> = {
  releases: 'What they bring is left out of the picture. Say it on the release’s page, under Versions.',
  pairs: 'A pair of which neither version says anything is taken to fit. Say it where a version is said.',
  running: 'What is not known is taken to fit with everything. Say it in the service’s panel.',
};

function Row({ row }: { row: UnknownRow }) {
  if (row.release !== null) {
    return (
      <RouterLink to="/releases/$id" params={{ id: row.release }} search={{ tab: 'versions' }}>
        {row.text}
      </RouterLink>
    );
  }
  return (
    <RouterLink to="/catalogue" search={{ tab: 'services', id: row.service ?? '' }}>
      {row.text}
    </RouterLink>
  );
}

/** One thing that is not known, row by row. */
export function UnknownsPanel({ group, onClose }: { group: UnknownGroup; onClose: () => void }) {
  return (
    <SidePanel title={capital(group.text)} kicker="Not known" onClose={onClose}>
      <Typography sx={{ color: 'text.secondary', mb: 3 }}>{meanings[group.kind]}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {group.rows.map((row) => (
          <Box key={row.key} component="li" sx={{ minHeight: 28, overflowWrap: 'anywhere' }}>
            <Row row={row} />
          </Box>
        ))}
      </Box>
    </SidePanel>
  );
}
