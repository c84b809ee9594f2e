import { useTheme } from '@mui/material/styles';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';
import { useActions } from '../lib/actions.ts';
import { orpc } from '../lib/client.ts';
import { useBranch } from '../lib/use-branch.ts';
import { useReadOnly } from '../lib/use-read-only.ts';
import { useSaveSettings, useSettings } from '../lib/use-settings.ts';
import { useUndo } from '../lib/use-undo.ts';
import { places } from './navigation.ts';
import { showOverlay } from './overlays.ts';
import { useSyncAll } from './use-sync-all.ts';

/** The actions that work on every page. */
export function GlobalActions() {
  const navigate = useNavigate();
  const router = useRouter();
  const settings = useSettings();
  // What is drawn now, whether it was chosen here or follows the system.
  const otherScheme = useTheme().palette.mode === 'dark' ? 'light' : 'dark';
  const save = useSaveSettings();
  const { data: next } = useQuery(orpc.journal.next.queryOptions({ input: {} }));
  const syncAll = useSyncAll();
  const readOnly = useReadOnly();
  const branch = useBranch();
  const { undoNext, redoNext } = useUndo();

  useActions([
    ...places.map((place) => ({
      name: `go${place.to.replaceAll('/', '.')}`,
      label: place.label,
      group: 'Go to' as const,
      keys: place.keys,
      run: () => void navigate({ to: place.to }),
    })),
    { name: 'go.back', label: 'Back', group: 'Go to', keys: 'alt+arrowleft', run: () => router.history.back() },
    {
      name: 'view.sheet',
      label: 'Print or save this view',
      group: 'View',
      keys: 'mod+p',
      words: 'pdf png svg picture paper export image',
      run: () => showOverlay('sheet'),
    },
    {
      name: 'edit.undo',
      label: 'Undo',
      detail: next?.undo?.summary,
      group: 'Edit',
      keys: 'mod+z',
      enabled: next?.undo != null && !readOnly,
      decides: true,
      run: undoNext,
    },
    {
      name: 'edit.redo',
      label: 'Redo',
      detail: next?.redo?.summary,
      group: 'Edit',
      keys: ['mod+shift+z', 'mod+y'],
      enabled: next?.redo != null && !readOnly,
      decides: true,
      run: redoNext,
    },
    {
      name: 'train.new',
      label: 'New train',
      group: 'Train',
      keys: 'n t',
      words: 'create add',
      enabled: !readOnly,
      run: () => void navigate({ to: '/trains/new' }),
    },
    {
      name: 'sync.all',
      label: 'Sync all connections now',
      group: 'Sync',
      words: 'refresh fetch',
      // Syncs are the plan's.
      enabled: !readOnly && branch === null,
      decides: true,
      run: syncAll,
    },
    {
      name: 'view.theme',
      label: otherScheme === 'light' ? 'Use the light theme' : 'Use the dark theme',
      group: 'View',
      words: 'theme dark light colour',
      run: () => save({ theme: otherScheme }),
    },
    {
      name: 'view.density',
      label: settings?.density === 'compact' ? 'Use comfortable rows' : 'Use compact rows',
      group: 'View',
      words: 'density spacing',
      run: () => save({ density: settings?.density === 'compact' ? 'comfortable' : 'compact' }),
    },
    {
      name: 'palette.open',
      label: 'Search or run a command',
      group: 'Help',
      keys: 'mod+k',
      everywhere: true,
      hidden: true,
      run: () => showOverlay('palette'),
    },
    {
      name: 'help.shortcuts',
      label: 'Keyboard shortcuts',
      group: 'Help',
      keys: '?',
      words: 'keys help',
      run: () => showOverlay('shortcuts'),
    },
  ]);
  return null;
}
