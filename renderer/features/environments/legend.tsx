import Box from '@mui/material/Box';
import { useLook } from '../../ui/use-look.ts';

/** What the marks of the picture mean. */
export function Legend() {
  const look = useLook();
  const { info, accent, danger } = look.tones;
  const marks = [
    { label: 'alone', background: look.primary, border: `1px solid ${look.primary}` },
    { label: 'shared', background: info.soft, border: `1px solid ${info.mark}` },
    { label: 'booked along', background: info.soft, border: `1px dashed ${info.mark}` },
    { label: 'kept for a rollout', background: accent.soft, border: `1px solid ${accent.mark}` },
    { label: 'clashes', background: 'transparent', border: `2px solid ${danger.mark}` },
  ];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1, fontSize: 12, color: 'text.secondary' }}>
      {marks.map(({ label, background, border }) => (
        <Box key={label} component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1.5 }}>
          <Box component="span" aria-hidden sx={{ width: 16, height: 12, borderRadius: '3px', background, border }} />
          {label}
        </Box>
      ))}
    </Box>
  );
}
