import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { radius, space } from './tokens.ts';

const Frame = styled('section')(({ theme }) => ({
  background: theme.look.surface,
  border: `1px solid ${theme.look.line}`,
  borderRadius: radius.card,
  minWidth: 0,
  // Clips without being a scroller, so that heads inside may stick to the page.
  overflow: 'clip',
}));

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: space.sm,
  minHeight: 44,
  padding: `0 ${space.lg}px`,
});

export interface PanelProps {
  readonly title: string;
  /** Beside the title: a count, a chip. */
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Rows that reach the edges: no padding around the children. */
  readonly flush?: boolean | undefined;
}

/** A titled area of a page. */
export function Panel({ title, beside, actions, children, flush = false }: PanelProps) {
  const id = useId();
  return (
    <Frame aria-labelledby={id}>
      <Head>
        <Typography variant="h3" component="h2" id={id} noWrap sx={{ flexShrink: 0, maxWidth: '100%' }}>
          {title}
        </Typography>
        {beside}
        <Box sx={{ flex: 1 }} />
        {actions}
      </Head>
      <Box sx={flush ? { borderTop: 1, borderColor: 'divider' } : { px: 4, pb: 4 }}>{children}</Box>
    </Frame>
  );
}
