import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Typography from '@mui/material/Typography';
import { type Action, actionGroups, keysOf } from '../lib/action-registry.ts';
import { useActionList } from '../lib/actions.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { showOverlay, useOverlay } from './overlays.ts';

function Shortcut({ action }: { action: Action }) {
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'center', gap: 3, minHeight: 28 }}>
      <Typography noWrap sx={{ flex: 1 }} title={action.label}>
        {action.label}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2, flexShrink: 0 }}>
        {keysOf(action).map((keys) => (
          <KeyHint key={keys} keys={keys} />
        ))}
      </Box>
    </Box>
  );
}

/** Every shortcut that works on this page, by group. */
export function ShortcutHelp() {
  const open = useOverlay() === 'shortcuts';
  const actions = useActionList().filter((action) => keysOf(action).length > 0);
  const close = () => showOverlay('none');
  return (
    <Dialog open={open} onClose={close} maxWidth="md" fullWidth aria-labelledby="shortcut-help">
      <DialogTitle id="shortcut-help">Keyboard shortcuts</DialogTitle>
      <DialogContent tabIndex={0}>
        <Typography sx={{ color: 'text.secondary', mb: 4 }}>
          Those that work on this page. Single-key shortcuts can be turned off in Settings.
        </Typography>
        <Box sx={{ columns: 2, columnGap: 12 }}>
          {actionGroups.map((group) => {
            const own = actions.filter((action) => action.group === group);
            if (own.length === 0) return null;
            return (
              <Box key={group} sx={{ breakInside: 'avoid', mb: 4 }}>
                <Typography variant="overline" component="h3" sx={{ color: 'text.secondary' }}>
                  {group}
                </Typography>
                <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
                  {own.map((action) => (
                    <Shortcut key={action.name} action={action} />
                  ))}
                </Box>
              </Box>
            );
          })}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button variant="outlined" onClick={close} autoFocus>
          Close
        </Button>
      </DialogActions>
    </Dialog>
  );
}
