import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactNode } from 'react';
import type { Answer, FailedReading } from '../lib/answer.ts';
import { FailureView } from './failure-view.tsx';
import { Notice } from './notice.tsx';

/** What is shown could not be read anew: it may be old. */
export function StaleNotice({ stale }: { stale: FailedReading }) {
  return (
    <Notice
      tone="warning"
      action={
        <Button variant="outlined" onClick={stale.retry} sx={{ flexShrink: 0 }}>
          Try again
        </Button>
      }
    >
      What is shown may be old: it could not be read anew. {stale.failure.message}
    </Notice>
  );
}

/** Why an answer is not there, or why it may be old; nothing where all is well. */
export function AnswerTrouble({ answer, padding = 4 }: { answer: Answer<unknown>; padding?: number | undefined }) {
  if (answer.kind === 'loading' || ('data' in answer && answer.stale === null)) return null;
  return (
    <Box sx={{ p: padding }}>
      {answer.kind === 'failed' && <FailureView failure={answer.failure} onRetry={answer.retry} />}
      {'data' in answer && answer.stale !== null && <StaleNotice stale={answer.stale} />}
    </Box>
  );
}

/** At the foot of a list: the rows after the last could not be read. Only a press tries again. */
export function MoreTrouble({ reading }: { reading: FailedReading | null }) {
  if (reading === null) return null;
  const failure = { ...reading.failure, message: `The rows after these could not be read. ${reading.failure.message}` };
  return (
    <Box sx={{ p: 3, bgcolor: 'background.paper', borderTop: 1, borderColor: 'divider', flexShrink: 0 }}>
      <FailureView failure={failure} onRetry={reading.retry} />
    </Box>
  );
}

export interface AnswerViewProps<T> {
  readonly answer: Answer<T>;
  readonly loading: ReactNode;
  /** What stands in place of an empty list; without it, `children` draw it. */
  readonly empty?: ReactNode;
  readonly padding?: number | undefined;
  readonly children: (data: T) => ReactNode;
}

/** An answer, or what stands in its place: grey shapes, the failure with a way to try again, or what emptiness means. */
export function AnswerView<T>({ answer, loading, empty, padding = 0, children }: AnswerViewProps<T>) {
  if (answer.kind === 'loading') return loading;
  return (
    <>
      <AnswerTrouble answer={answer} padding={padding} />
      {'data' in answer && (answer.kind === 'empty' && empty !== undefined ? empty : children(answer.data))}
    </>
  );
}
