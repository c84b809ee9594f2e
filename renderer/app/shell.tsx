import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import { Outlet, useLocation, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { toastStore } from '../lib/toasts.ts';
import { PAGE_TITLE_ID } from '../ui/page.tsx';
import { radius } from '../ui/tokens.ts';
import { LostLine, ReadOnlyBanner } from './banners.tsx';
import { BranchActions } from './branch-actions.tsx';
import { BranchBand } from './branch-band.tsx';
import { CommandPalette } from './command-palette.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { GlobalActions } from './global-actions.tsx';
import { OverlayDialogs } from './overlay-dialogs.tsx';
import { Rail } from './rail.tsx';
import { ShortcutHelp } from './shortcut-help.tsx';
import { TableActions } from './table-actions.tsx';
import { TopBar } from './top-bar.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const SkipLink = styled('a')(({ theme }) => ({
  position: 'fixed',
  top: -60,
  left: 12,
  zIndex: theme.zIndex.tooltip,
  padding: '8px 14px',
  borderRadius: radius.control,
  background: theme.look.primary,
  color: theme.look.onPrimary,
  '&:focus': { top: 8 },
}));

/**
 * Moves the focus to the new page's heading once it is drawn, so that keyboard and screen reader follow the route;
 * a page that put the focus into a field of its own keeps it there.
 */
function useFocusOnRoute(): void {
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        if (document.querySelector('main')?.contains(document.activeElement)) return;
        document.getElementById(PAGE_TITLE_ID)?.focus({ preventScroll: true });
      }),
    [router],
  );
}

/** Messages about a page go with it. */
function useLeavingMessages(): void {
  const router = useRouter();
  useEffect(
    () => router.subscribe('onBeforeNavigate', ({ pathChanged }) => pathChanged && toastStore.leavePage()),
    [router],
  );
}

/** What stays on every page: rail, top bar, banners, palette, shortcuts. */
export function Shell() {
  const { pathname } = useLocation();
  useShortcuts();
  useFocusOnRoute();
  useLeavingMessages();
  return (
    <Box sx={{ height: '100%', display: 'flex', minWidth: 0 }}>
      <SkipLink
        href={`#${PAGE_TITLE_ID}`}
        onClick={(event) => {
          event.preventDefault();
          document.getElementById(PAGE_TITLE_ID)?.focus();
        }}
      >
        Skip to the page
      </SkipLink>
      <GlobalActions />
      <BranchActions />
      <TableActions />
      <Rail />
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column', pr: 2, pb: 2 }}>
        <TopBar />
        <Box
          component="main"
          sx={{
            flex: 1,
            minHeight: 0,
            display: 'flex',
            flexDirection: 'column',
            bgcolor: 'background.default',
            border: 1,
            borderColor: 'divider',
            borderRadius: `${radius.card}px`,
            overflow: 'hidden',
          }}
        >
          <BranchBand />
          <ReadOnlyBanner />
          <Box sx={{ flex: 1, minHeight: 0 }}>
            <ErrorBoundary key={pathname}>
              <Outlet />
            </ErrorBoundary>
          </Box>
        </Box>
      </Box>
      <LostLine />
      <CommandPalette />
      <ShortcutHelp />
      <OverlayDialogs />
    </Box>
  );
}
