import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded';
import ErrorRounded from '@mui/icons-material/ErrorRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { toFailure } from '../../lib/failures.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { useLook } from '../../ui/use-look.ts';
import { skewText } from './view-model.ts';

/** What a provider answered to a test. */
export interface TestAnswer {
  readonly account: string;
  readonly scopes: ReadonlyArray<{ readonly scope: string; readonly ok: boolean; readonly message: string }>;
  readonly clockSkewMs: number;
}

function Answer({ answer }: { answer: TestAnswer }) {
  const { tones } = useLook();
  const skew = skewText(answer.clockSkewMs);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise here, which is no clean-up.
    void box.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <Box role="status" ref={box} sx={{ mt: 2 }}>
      <Typography>
        The provider knows us as <strong>{answer.account}</strong>.
      </Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, mt: 1 }}>
        {answer.scopes.map((scope) => (
          <Box component="li" key={scope.scope} sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', py: 0.5 }}>
            {scope.ok ? (
              <CheckCircleRounded
                titleAccess="Can be read"
                sx={{ fontSize: 16, mt: '2px', color: tones.success.mark }}
              />
            ) : (
              <ErrorRounded titleAccess="Cannot be read" sx={{ fontSize: 16, mt: '2px', color: tones.danger.mark }} />
            )}
            <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
              {scope.scope}
              {!scope.ok && <Typography variant="body2">{scope.message}</Typography>}
            </Box>
          </Box>
        ))}
      </Box>
      {skew !== null && <Typography sx={{ mt: 1, color: tones.warning.text }}>{skew}</Typography>}
    </Box>
  );
}

export interface TestResultProps {
  readonly label: string;
  readonly disabled?: boolean | undefined;
  readonly test: (signal: AbortSignal) => Promise<TestAnswer>;
}

/** Asks the provider who we are and whether each scope can be read, and shows the answer. */
export function TestResult({ label, disabled = false, test }: TestResultProps) {
  const controller = useRef<AbortController | null>(null);
  const asked = useMutation({
    mutationFn: () => {
      controller.current = new AbortController();
      return test(controller.current.signal);
    },
  });
  useEffect(() => () => controller.current?.abort(), []);
  return (
    <Box>
      <Button variant="outlined" disabled={disabled} loading={asked.isPending} onClick={() => asked.mutate()}>
        {label}
      </Button>
      {asked.data !== undefined && <Answer answer={asked.data} />}
      {asked.error !== null && (
        <Box sx={{ mt: 2 }}>
          <FailureView failure={toFailure(asked.error)} />
        </Box>
      )}
    </Box>
  );
}
