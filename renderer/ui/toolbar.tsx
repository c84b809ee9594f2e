import { styled } from '@mui/material/styles';
import { notInPicture } from './posed.ts';
import { space } from './tokens.ts';

/** A row of filters over a list; its children say how wide they are. */
export const Toolbar = styled('div')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: space.sm,
  padding: `${space.sm}px ${space.xl}px`,
  borderBottom: `1px solid ${theme.look.line}`,
  background: theme.look.surface,
  flexShrink: 0,
  ...notInPicture,
}));
