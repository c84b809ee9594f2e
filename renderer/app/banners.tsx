import LockOutlined from '@mui/icons-material/LockOutlined';
import SyncProblemRounded from '@mui/icons-material/SyncProblemRounded';
import { styled } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { orpc, useWireState } from '../lib/client.ts';
import type { Tone } from '../ui/tokens.ts';

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

/** Quiet lines over the page: the line is lost, or nothing can be changed here. */
export function Banners() {
  const state = useWireState();
  const { data } = useQuery(orpc.workspace.info.queryOptions({ input: {} }));
  return (
    <div aria-live="polite">
      {state.kind === 'lost' && (
        <Bar tone="warning">
          <SyncProblemRounded aria-hidden />
          <span>
            Reconnecting… The connection to the workspace was lost: what is on screen may be old. Nothing that you typed
            is lost.
          </span>
        </Bar>
      )}
      {data?.readOnly === true && (
        <Bar tone="neutral">
          <LockOutlined aria-hidden />
          <span>This workspace is open read-only: everything can be looked at, nothing can be changed.</span>
        </Bar>
      )}
    </div>
  );
}
