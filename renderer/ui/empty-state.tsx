import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** A quiet picture, 24 pixels. */
  readonly icon?: ReactNode;
  readonly title: string;
  /** What would be here, and how to get it. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Inside a panel: less room. */
  readonly small?: boolean | undefined;
}

/** What stands where nothing is yet: it teaches what belongs here and how to begin. */
export function EmptyState({ icon, title, children, actions, small = false }: EmptyStateProps) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexDirection: 'column',
        alignItems: 'center',
        textAlign: 'center',
        gap: 2,
        px: 6,
        py: small ? 6 : 16,
        color: 'text.secondary',
      }}
    >
      {icon !== undefined && (
        <Box aria-hidden sx={{ display: 'flex', color: 'text.disabled', '& svg': { fontSize: small ? 22 : 28 } }}>
          {icon}
        </Box>
      )}
      <Typography variant={small ? 'subtitle2' : 'h2'} component="p" sx={{ color: 'text.primary' }}>
        {title}
      </Typography>
      <Typography component="div" sx={{ maxWidth: 460, textWrap: 'pretty' }}>
        {children}
      </Typography>
      {actions !== undefined && <Box sx={{ display: 'flex', gap: 2, mt: 2, flexWrap: 'wrap' }}>{actions}</Box>}
    </Box>
  );
}
