import LockOutlined from '@mui/icons-material/LockOutlined';
import SyncProblemRounded from '@mui/icons-material/SyncProblemRounded';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { orpc, useWireState } from '../lib/client.ts';
import { floatingShadow } from '../ui/theme-components.ts';
import { radius, type Tone } from '../ui/tokens.ts';

const Bar = styled('div', { shouldForwardProp: (name) => name !== 'tone' })<{ tone: Tone }>(({ theme, tone }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  minHeight: 32,
  padding: '4px 24px',
  background: theme.look.tones[tone].soft,
  color: theme.look.tones[tone].text,
  borderBottom: `1px solid ${theme.look.line}`,
  '& .MuiSvgIcon-root': { fontSize: 16 },
}));

const Pill = styled('div')(({ theme }) => ({
  position: 'fixed',
  left: '50%',
  bottom: 16,
  transform: 'translateX(-50%)',
  zIndex: theme.zIndex.snackbar,
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  maxWidth: 'calc(100vw - 32px)',
  padding: '8px 14px',
  borderRadius: radius.card,
  background: theme.look.tones.warning.soft,
  color: theme.look.tones.warning.text,
  boxShadow: floatingShadow(theme.look),
  '& .MuiSvgIcon-root': { fontSize: 16, flexShrink: 0 },
}));

/** Says that the line is lost, over everything and moving nothing. */
export function LostLine() {
  const state = useWireState();
  return (
    <div aria-live="polite">
      {state.kind === 'lost' && (
        <Pill>
          <SyncProblemRounded aria-hidden />
          <span>
            Reconnecting… The connection to the workspace was lost: what is on screen may be old, and nothing that you
            typed is lost.
          </span>
        </Pill>
      )}
    </div>
  );
}

/** A quiet line over the page where nothing can be changed here. */
export function ReadOnlyBanner() {
  const { data } = useQuery(orpc.workspace.info.queryOptions({ input: {} }));
  if (data?.readOnly !== true) return null;
  return (
    <Bar tone="neutral">
      <LockOutlined aria-hidden />
      <span>This workspace is open read-only: everything can be looked at, nothing can be changed.</span>
    </Bar>
  );
}
