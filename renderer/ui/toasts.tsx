import CheckRounded from '@mui/icons-material/CheckRounded';
import CloseRounded from '@mui/icons-material/CloseRounded';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { OVER_MESSAGES, type Toast, toastStore } from '../lib/toasts.ts';
import { floatingShadow } from './theme-components.ts';
import { radius, size } from './tokens.ts';
import { useLook } from './use-look.ts';

const Card = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'flex-start',
  gap: 8,
  padding: '8px 8px 8px 12px',
  width: 400,
  maxWidth: 'calc(100vw - 32px)',
  borderRadius: radius.card,
  background: theme.look.raised,
  boxShadow: floatingShadow(theme.look),
}));

const looks = {
  done: { icon: CheckRounded, tone: 'success' },
  info: { icon: InfoOutlined, tone: 'info' },
  failed: { icon: ErrorOutlineRounded, tone: 'danger' },
} as const;

function ToastCard({ toast }: { toast: Toast }) {
  const { tones } = useLook();
  const [held, setHeld] = useState(false);
  const { icon: Icon, tone } = looks[toast.tone];

  useEffect(() => {
    if (toast.lasts === null || held) return;
    const timer = window.setTimeout(() => toastStore.close(toast.id), toast.lasts);
    return () => window.clearTimeout(timer);
  }, [toast, held]);

  return (
    <Card
      role={toast.tone === 'failed' ? 'alert' : undefined}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon aria-hidden sx={{ fontSize: 18, mt: '5px', color: tones[tone].mark }} />
      <Box sx={{ flex: 1, minWidth: 0, py: '4px', overflowWrap: 'anywhere' }}>
        <Box>{toast.text}</Box>
        {toast.remedy !== null && <Box sx={{ color: 'text.secondary', mt: 0.5 }}>{toast.remedy}</Box>}
      </Box>
      {toast.action !== null && (
        <Button
          onClick={() => {
            toastStore.close(toast.id);
            toast.action?.run();
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <IconButton aria-label="Close message" onClick={() => toastStore.close(toast.id)}>
        <CloseRounded />
      </IconButton>
    </Card>
  );
}

/** The messages at the foot of the window. */
export function Toasts() {
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.list);
  return (
    <Box
      component="section"
      aria-label="Messages"
      aria-live="polite"
      sx={{
        position: 'fixed',
        // Beside the rail: dialogs and panels have their buttons at the right.
        left: size.railNarrow + 16,
        [`@media (min-width: ${size.railBreakpoint}px)`]: { left: size.rail + 16 },
        bottom: 16,
        // A dialog has its buttons at its foot, which may be the window's.
        [`body:has(.MuiDialog-root, [${OVER_MESSAGES}]) &`]: { bottom: 'auto', top: 8 },
        zIndex: 'snackbar',
        display: 'flex',
        flexDirection: 'column',
        gap: 2,
      }}
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </Box>
  );
}
