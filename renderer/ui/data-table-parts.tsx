import { styled } from '@mui/material/styles';
import { space, type } from './tokens.ts';

type Align = 'start' | 'end';

const side = { start: 'left', end: 'right' } as const;

export const Frame = styled('div')(({ theme }) => ({
  position: 'relative',
  flex: 1,
  minHeight: 0,
  overflow: 'auto',
  background: theme.look.surface,
  // The active row shows where the focus is; without rows the frame does.
  '&:focus-visible': { outline: 'none' },
  '&[aria-rowcount="1"]:focus-visible': { outline: `2px solid ${theme.look.focus}`, outlineOffset: -2 },
  '& > .head': { position: 'sticky', top: 0, zIndex: 1, background: theme.look.surface },
}));

export const HeadRow = styled('div')(({ theme }) => ({
  display: 'grid',
  alignItems: 'center',
  height: 32,
  padding: `0 ${space.xl}px`,
  columnGap: space.md,
  borderBottom: `1px solid ${theme.look.line}`,
}));

export const HeadCell = styled('div', { shouldForwardProp: (name) => name !== 'align' })<{ align: Align }>(
  ({ theme, align }) => ({
    color: theme.look.textSoft,
    fontSize: type.small.size,
    fontWeight: 540,
    textAlign: side[align],
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
);

export const BodyRow = styled('div', {
  shouldForwardProp: (name) => name !== 'active' && name !== 'opens',
})<{ active: boolean; opens: boolean }>(({ theme, active, opens }) => ({
  position: 'absolute',
  top: 0,
  left: 0,
  right: 0,
  display: 'grid',
  alignItems: 'center',
  padding: `0 ${space.xl}px`,
  columnGap: space.md,
  borderBottom: `1px solid ${theme.look.line}`,
  cursor: opens ? 'pointer' : 'default',
  outline: active ? `2px solid ${theme.look.focus}` : 'none',
  outlineOffset: -2,
  background: active ? theme.look.hover : 'transparent',
  '&:hover': { background: theme.look.hover },
  '&[aria-selected="true"]': { background: theme.look.selected },
}));

export const Cell = styled('div', { shouldForwardProp: (name) => name !== 'align' })<{ align: Align }>(({ align }) => ({
  minWidth: 0,
  textAlign: side[align],
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  fontVariantNumeric: align === 'end' ? 'tabular-nums' : 'normal',
}));
