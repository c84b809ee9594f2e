import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../shared/contract/workspace.ts';
import { client, orpc } from './client.ts';
import { toFailure } from './failures.ts';
import { notify } from './toasts.ts';

/** What the application remembers on this machine. */
export function settingsQuery() {
  return orpc.workspace.settings.queryOptions({ input: {} });
}

/** What the application remembers on this machine; undefined until it is here. */
export function useSettings(): Settings | undefined {
  return useQuery(settingsQuery()).data;
}

/** Saves some of the settings; they are shown at once, and a failure is said. */
export function useSaveSettings(): (changes: Partial<Settings>) => void {
  const queryClient = useQueryClient();
  const key = orpc.workspace.settings.queryKey({ input: {} });
  const mutation = useMutation<Settings, unknown, Partial<Settings>>({
    mutationFn: (changes) => client.workspace.saveSettings(changes),
    onMutate: (changes) => {
      queryClient.setQueryData(key, (known) => (known === undefined ? known : { ...known, ...changes }));
    },
    onSuccess: (saved) => {
      queryClient.setQueryData(key, saved);
    },
    onError: (error) => {
      notify.failed(toFailure(error));
      void queryClient.invalidateQueries({ queryKey: key });
    },
  });
  return mutation.mutate;
}
