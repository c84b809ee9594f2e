import Typography from '@mui/material/Typography';

/** A heading inside a side panel. */
export function SectionHeading({ children }: { children: string }) {
  return (
    <Typography variant="h3" sx={{ mt: 5, mb: 1.5 }}>
      {children}
    </Typography>
  );
}
