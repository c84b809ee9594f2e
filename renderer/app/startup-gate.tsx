import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { branchPlace, orpc, useWireState } from '../lib/client.ts';
import { toFailure, type UiFailure } from '../lib/failures.ts';
import { useBranch } from '../lib/use-branch.ts';
import { settingsQuery } from '../lib/use-settings.ts';
import { BrandMark } from './brand-mark.tsx';

/** Why the workspace cannot be shown at all: what, where, and what to do. */
export function StartupFailure({ failure }: { failure: UiFailure }) {
  const branch = useBranch();
  useEffect(() => {
    document.title = 'Signalbox could not open the workspace';
  }, []);
  return (
    <Box component="main" sx={{ height: '100%', display: 'grid', placeItems: 'center', p: 6 }}>
      <Box role="alert" sx={{ maxWidth: 520, overflowWrap: 'anywhere' }}>
        <BrandMark size={36} />
        <Typography variant="h1" sx={{ mt: 4, mb: 2 }}>
          {failure.message}
        </Typography>
        {failure.where !== null && (
          <Typography sx={{ color: 'text.secondary', mb: 2 }}>Where: {failure.where}</Typography>
        )}
        {failure.remedy !== null && <Typography sx={{ fontSize: 14 }}>{failure.remedy}</Typography>}
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, mt: 6 }}>
          <Button variant="contained" onClick={() => window.location.reload()}>
            Try again
          </Button>
          {branch !== null && (
            <Button variant="outlined" onClick={() => branchPlace.go(null)}>
              Back to the plan
            </Button>
          )}
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            Code {failure.code}
          </Typography>
        </Box>
      </Box>
    </Box>
  );
}

function Opening() {
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = window.setTimeout(() => setSlow(true), 500);
    return () => window.clearTimeout(timer);
  }, []);
  return (
    <Box component="main" sx={{ height: '100%', display: 'grid', placeItems: 'center' }}>
      <Box role="status" sx={{ textAlign: 'center', color: 'text.secondary', opacity: slow ? 1 : 0 }}>
        <BrandMark size={36} />
        <Typography sx={{ mt: 3 }}>Opening the workspace…</Typography>
      </Box>
    </Box>
  );
}

/** Holds the application back until the workspace is open, and says why where it cannot be. */
export function StartupGate({ children }: { children: ReactNode }) {
  const state = useWireState();
  const [wasOpen, setWasOpen] = useState(false);
  const branch = useBranch();
  const info = useQuery(orpc.workspace.info.queryOptions({ input: {} }));
  // Drawn once, in the chosen colours and zone, rather than a second time when these arrive.
  const settings = useQuery(settingsQuery());

  if (info.data !== undefined && !settings.isPending && !wasOpen) setWasOpen(true);
  if (state.kind === 'failed') return <StartupFailure failure={state.failure} />;
  if (wasOpen) return children;
  if (info.error !== null) {
    const failure = toFailure(info.error);
    // Where the branch is gone, BranchWatch leads back to the plan.
    if (branch !== null && failure.code === 'NOT_FOUND') return <Opening />;
    return <StartupFailure failure={failure} />;
  }
  return <Opening />;
}
