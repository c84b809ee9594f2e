import LockOutlined from '@mui/icons-material/LockOutlined';
import RedoRounded from '@mui/icons-material/RedoRounded';
import SearchRounded from '@mui/icons-material/SearchRounded';
import UndoRounded from '@mui/icons-material/UndoRounded';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { actionRegistry } from '../lib/actions.ts';
import { orpc } from '../lib/client.ts';
import { useReadOnly } from '../lib/use-read-only.ts';
import { KeyHint } from '../ui/key-hint.tsx';
import { ChipShape } from '../ui/status-chip.tsx';
import { radius, size } from '../ui/tokens.ts';
import { BranchSwitch } from './branch-switch.tsx';
import { SyncIndicator } from './sync-indicator.tsx';

const SearchButton = styled('button')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  width: 'min(360px, 34vw)',
  height: 28,
  padding: '0 6px 0 10px',
  border: `1px solid ${theme.look.edge}`,
  borderRadius: radius.control,
  background: theme.look.surface,
  color: theme.look.textSoft,
  font: 'inherit',
  fontSize: 13,
  cursor: 'pointer',
  '&:hover': { borderColor: theme.look.textFaint, color: theme.look.text },
  '& > .words': { flex: 1, textAlign: 'left', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
}));

function UndoButtons() {
  const { data } = useQuery(orpc.journal.next.queryOptions({ input: {} }));
  const readOnly = useReadOnly();
  const undo = readOnly ? null : (data?.undo ?? null);
  const redo = readOnly ? null : (data?.redo ?? null);
  return (
    <Box sx={{ display: 'flex' }}>
      <Tooltip title={undo === null ? 'Nothing to undo' : `Undo: ${undo.summary}`}>
        <span>
          <IconButton aria-label="Undo" disabled={undo === null} onClick={() => actionRegistry.run('edit.undo')}>
            <UndoRounded />
          </IconButton>
        </span>
      </Tooltip>
      <Tooltip title={redo === null ? 'Nothing to redo' : `Redo: ${redo.summary}`}>
        <span>
          <IconButton aria-label="Redo" disabled={redo === null} onClick={() => actionRegistry.run('edit.redo')}>
            <RedoRounded />
          </IconButton>
        </span>
      </Tooltip>
    </Box>
  );
}

function Workspace() {
  const { data } = useQuery(orpc.workspace.info.queryOptions({ input: {} }));
  if (data === undefined) return null;
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minWidth: 0 }}>
      <Typography variant="subtitle2" noWrap title={`${data.name} (${data.file})`}>
        {data.name}
      </Typography>
      <BranchSwitch />
      {data.readOnly && (
        <ChipShape tone="warning">
          <LockOutlined aria-hidden sx={{ fontSize: 13 }} />
          <span>Read-only</span>
        </ChipShape>
      )}
      {data.hasSimulatedFacts && (
        <Tooltip title="A sample: the dates of the trains are public, and what is simulated is marked where it shows.">
          <ChipShape tone="accent">
            <span>Sample</span>
          </ChipShape>
        </Tooltip>
      )}
    </Box>
  );
}

/** The bar over every page: which workspace, search, undo and redo, how the syncs are. */
export function TopBar() {
  return (
    <Box
      component="header"
      sx={{
        height: size.topBar,
        flexShrink: 0,
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto minmax(0, 1fr)',
        alignItems: 'center',
        gap: 4,
        px: 3,
      }}
    >
      <Workspace />
      <SearchButton
        type="button"
        onClick={() => actionRegistry.run('palette.open')}
        aria-keyshortcuts="Control+K Meta+K"
      >
        <SearchRounded aria-hidden sx={{ fontSize: 16 }} />
        <span className="words">Search or run a command</span>
        <KeyHint keys="mod+k" />
      </SearchButton>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'flex-end', gap: 2, minWidth: 0 }}>
        <UndoButtons />
        <SyncIndicator />
      </Box>
    </Box>
  );
}
