import Box from '@mui/material/Box';
import type { Tone } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import type { Tile } from './figures.ts';

const tones = { better: 'success', worse: 'danger', same: 'neutral' } as const satisfies Record<Tile['verdict'], Tone>;

/** The figures at one glance: the plan's, the branch's, and the difference in words. */
export function Tiles({ tiles, branch }: { tiles: readonly Tile[]; branch: string }) {
  const look = useLook();
  return (
    <Box
      component="ul"
      aria-label="The figures at one glance"
      sx={{
        m: 0,
        p: 0,
        listStyle: 'none',
        display: 'grid',
        gap: 3,
        gridTemplateColumns: 'repeat(auto-fit, minmax(200px, 1fr))',
      }}
    >
      {tiles.map(({ label, plan, branch: there, difference, verdict }) => (
        <Box
          key={label}
          component="li"
          sx={{ bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: '8px', p: 4 }}
        >
          <Box sx={{ fontSize: 12, color: 'text.secondary' }}>{label}</Box>
          <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, my: 1, fontVariantNumeric: 'tabular-nums' }}>
            <Box component="span" title="The plan" sx={{ fontSize: 16, color: 'text.secondary' }}>
              {plan}
            </Box>
            <Box component="span" aria-hidden sx={{ color: 'text.secondary' }}>
              →
            </Box>
            <Box component="span" title={`Branch ${branch}`} sx={{ fontSize: 20, fontWeight: 620 }}>
              {there}
            </Box>
          </Box>
          <Box sx={{ fontSize: 12, color: look.tones[tones[verdict]].text }}>
            {difference}
            {verdict !== 'same' && `, ${verdict}`}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
