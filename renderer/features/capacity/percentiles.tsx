import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { SaidPercentile } from './forecast-model.ts';

/** Percentiles as large figures with what they mean. */
export function Percentiles({ said }: { said: readonly SaidPercentile[] }) {
  return (
    <Box
      component="dl"
      sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, minmax(0, 1fr))', columnGap: 4, m: 0, mb: 3 }}
    >
      {said.map(({ confidence, value, text }) => (
        <div key={confidence}>
          <Typography component="dt" variant="body2" sx={{ color: 'text.secondary' }}>
            P{confidence}
          </Typography>
          <Box component="dd" sx={{ m: 0 }}>
            <Box component="span" sx={{ display: 'block', fontSize: 16, lineHeight: '24px', fontWeight: 600 }}>
              {value}
            </Box>
            <Typography variant="body2" component="span" sx={{ color: 'text.secondary', textWrap: 'pretty' }}>
              {text}
            </Typography>
          </Box>
        </div>
      ))}
    </Box>
  );
}
