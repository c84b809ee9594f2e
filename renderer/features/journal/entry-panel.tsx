import UndoRounded from '@mui/icons-material/UndoRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { JournalLine, ListedEntry } from '../../../shared/contract/journal.ts';
import type { Change } from '../../../shared/model/journal.ts';
import { useInstantText } from '../../lib/display-zone.tsx';
import type { UiFailure } from '../../lib/failures.ts';
import { formatCount } from '../../lib/format.ts';
import { useUndo } from '../../lib/use-undo.ts';
import { Facts } from '../../ui/facts.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { ChipShape } from '../../ui/status-chip.tsx';
import { monoFamily, radius } from '../../ui/tokens.ts';
import { Diff } from './diff.tsx';
import { changedName, changeKind, commandLabel, moreText } from './view-model.ts';

const Code = styled('pre')(({ theme }) => ({
  margin: 0,
  padding: 8,
  maxHeight: 260,
  overflow: 'auto',
  borderRadius: radius.control,
  background: theme.look.muted,
  border: `1px solid ${theme.look.line}`,
  fontFamily: monoFamily,
  fontSize: 12,
  lineHeight: '18px',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
}));

const tones = { added: 'success', removed: 'danger', changed: 'info' } as const;
const words = { added: 'added', removed: 'removed', changed: 'changed' } as const;

function ChangeBlock({ change }: { change: Change }) {
  const kind = changeKind(change);
  return (
    <Box sx={{ mt: 3 }}>
      <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', mb: 1, minWidth: 0 }}>
        <ChipShape tone={tones[kind]}>
          <span>{words[kind]}</span>
        </ChipShape>
        <Typography variant="subtitle2" noWrap title={`${change.kind} ${change.id}`}>
          {change.kind} {changedName(change)}
        </Typography>
      </Box>
      <Diff change={change} />
    </Box>
  );
}

function Hash({ value }: { value: string }) {
  return (
    <Box component="code" sx={{ fontFamily: monoFamily, fontSize: 11, color: 'text.secondary' }}>
      {value}
    </Box>
  );
}

function EntryLink({ seq }: { seq: number }) {
  return (
    <RouterLink from="/journal" to="/journal" search={(kept) => ({ ...kept, entry: seq })}>
      entry {seq}
    </RouterLink>
  );
}

/** Changes drawn at first, and with each press for more: an import may hold thousands. */
const FIRST = 5;
const MORE = 25;

function Details({ entry }: { entry: ListedEntry }) {
  const [limit, setLimit] = useState(FIRST);
  const shown = entry.changes.slice(0, limit);
  const hidden = entry.changes.length - shown.length;
  return (
    <>
      {shown.map((change) => (
        <ChangeBlock key={`${change.kind} ${change.id}`} change={change} />
      ))}
      {hidden > 0 && (
        <Button variant="outlined" sx={{ mt: 3 }} onClick={() => setLimit(limit + MORE)}>
          {moreText(hidden, MORE)}
        </Button>
      )}
      <Typography variant="h3" sx={{ mt: 5, mb: 1.5 }}>
        What was asked
      </Typography>
      <Code tabIndex={0}>{JSON.stringify(entry.input, null, 2)}</Code>
    </>
  );
}

/** One decision: who, when, what it changed, and the way to take it back. Its details come after its line. */
export function EntryPanel({
  line,
  entry,
  failure,
  readOnly,
  onClose,
}: {
  line: JournalLine;
  /** Undefined until it was read. */
  entry: ListedEntry | undefined;
  failure: UiFailure | null;
  readOnly: boolean;
  onClose: () => void;
}) {
  const at = useInstantText(line.at);
  const { undo } = useUndo();
  return (
    <SidePanel
      title={line.summary}
      kicker={`Entry ${line.seq}`}
      onClose={onClose}
      actions={
        <Button
          variant="outlined"
          startIcon={<UndoRounded />}
          disabled={readOnly || line.revertedBy !== null}
          onClick={() => undo(line.seq)}
        >
          Undo this entry
        </Button>
      }
    >
      <Facts
        facts={[
          ['When', at],
          ['Who', line.actor],
          ['Command', `${commandLabel(line.command)} (${line.command})`],
          ['Changed', formatCount(line.changeCount, 'row')],
          ['Takes back', line.reverts === null ? null : <EntryLink key="reverts" seq={line.reverts} />],
          ['Taken back by', line.revertedBy === null ? null : <EntryLink key="revertedBy" seq={line.revertedBy} />],
        ]}
      />
      {failure !== null && <FailureView failure={failure} />}
      {entry !== undefined && <Details key={entry.seq} entry={entry} />}
      {entry === undefined && failure === null && (
        <Box sx={{ mt: 3 }}>
          <BlockSkeleton height={240} />
        </Box>
      )}
      <Typography variant="h3" sx={{ mt: 5, mb: 1.5 }}>
        The chain
      </Typography>
      <Facts
        facts={[
          ['Hash', <Hash key="hash" value={line.hash} />],
          ['Before it', <Hash key="prev" value={line.prevHash} />],
        ]}
      />
    </SidePanel>
  );
}
