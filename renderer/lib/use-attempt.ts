import { useCallback } from 'react';
import { toFailure } from './failures.ts';
import { notify } from './toasts.ts';

/** Runs something that may be refused: the output, or null after the failure was said. */
export function useAttempt(): <T>(act: () => Promise<T>) => Promise<T | null> {
  return useCallback(async (act) => {
    try {
      return await act();
    } catch (error) {
      notify.failed(toFailure(error));
      return null;
    }
  }, []);
}
