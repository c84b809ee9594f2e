import { useActions } from '../../lib/actions.ts';

/** Imports what the preview shows, by keys and from the palette. */
export function useTakeAction(enabled: boolean, take: () => Promise<void>): void {
  useActions([
    {
      name: 'import.take',
      label: 'Import what the preview shows',
      group: 'Edit',
      keys: 'mod+enter',
      decides: true,
      everywhere: true,
      enabled,
      run: () => void take(),
    },
  ]);
}
