import Box from '@mui/material/Box';

/** One kind of mark in a picture: how it is filled and edged (CSS), and what it means. */
export interface LegendMark {
  readonly label: string;
  readonly background: string;
  readonly border: string;
}

/** What the marks of a picture mean. */
export function MarkLegend({ marks }: { marks: readonly LegendMark[] }) {
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
