import CloseRounded from '@mui/icons-material/CloseRounded';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { type ReactNode, useEffect, useEffectEvent, useId } from 'react';
import { size } from './tokens.ts';

export interface SidePanelProps {
  readonly title: string;
  /** Over the title, quieter: what kind of thing it is. */
  readonly kicker?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** One child that fills the panel and scrolls by itself. */
  readonly flush?: boolean | undefined;
  readonly onClose: () => void;
}

/** Fields, menus and dialogs have an Escape of their own. */
const OWN_ESCAPE = 'input, textarea, select, [role="dialog"], [role="menu"], [role="listbox"]';

/** Closes by Escape from wherever the focus is, and gives the focus back to where it was when the panel opened. */
function useWayOut(onClose: () => void): void {
  const close = useEffectEvent(onClose);
  useEffect(() => {
    const opener = document.activeElement;
    function onKeyDown(event: KeyboardEvent): void {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(OWN_ESCAPE) !== null) return;
      event.preventDefault();
      close();
    }
    document.addEventListener('keydown', onKeyDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      if (document.activeElement === document.body && opener instanceof HTMLElement) opener.focus();
    };
  }, []);
}

/** What was picked in a list, beside the list; Escape closes it. */
export function SidePanel({ title, kicker, actions, children, flush = false, onClose }: SidePanelProps) {
  const id = useId();
  useWayOut(onClose);
  return (
    <Box
      component="aside"
      aria-labelledby={id}
      sx={{
        width: `min(${size.sidePanel}px, 48%)`,
        flexShrink: 0,
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        bgcolor: 'background.paper',
        borderLeft: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'flex-start', gap: 2, px: 4, pt: 3, pb: 2 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          {kicker !== undefined && (
            <Typography variant="body2" component="div" sx={{ color: 'text.secondary' }}>
              {kicker}
            </Typography>
          )}
          <Typography variant="h2" id={id} sx={{ overflowWrap: 'anywhere', textWrap: 'pretty' }}>
            {title}
          </Typography>
        </Box>
        <IconButton aria-label="Close the panel" onClick={onClose}>
          <CloseRounded />
        </IconButton>
      </Box>
      {actions !== undefined && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2, px: 4, pb: 3, borderBottom: 1, borderColor: 'divider' }}>
          {actions}
        </Box>
      )}
      <Box
        sx={
          flush
            ? { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }
            : { flex: 1, minHeight: 0, overflow: 'auto', px: 4, py: 3 }
        }
      >
        {children}
      </Box>
    </Box>
  );
}
