import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { approvalWords } from '../../../shared/domain/freezes/override-rules.ts';
import type { Override, ScheduleRule } from '../../../shared/model/schedule-rule.ts';
import { orpc } from '../../lib/client.ts';
import { spanIn } from '../../lib/clock-words.ts';
import { useInstantText, useOwnZone } from '../../lib/display-zone.tsx';
import { capital } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useNow } from '../../lib/use-now.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ListEntry } from '../../ui/list-entry.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { ApproveDialog } from './approve-dialog.tsx';
import { type Names, scopeWords } from './names.ts';
import { overrideLooks, overrideState } from './override-words.ts';

function Approved({ override, at }: { override: Override; at: NonNullable<Override['approvedAt']> }) {
  const when = useInstantText(at);
  return (
    <div>
      {capital(approvalWords(override))}, {when}
    </div>
  );
}

interface EntryProps {
  readonly override: Override;
  readonly freeze: ScheduleRule;
  readonly names: Names;
}

function Entry({ override, freeze, names }: EntryProps) {
  const now = useNow();
  const zone = useOwnZone();
  const readOnly = useReadOnly();
  const [dialog, setDialog] = useState<'none' | 'approve' | 'remove'>('none');
  const remove = useCommand(orpc.scheduleRules.removeOverride);
  const state = overrideState(override, now);
  const asked = useInstantText(override.requestedAt);
  const { id, reason, requestedBy, approvedAt, scope, startAt: start, endAt: end } = override;
  return (
    <ListEntry component="li" sx={{ py: 3, borderBottom: 1, borderColor: 'divider' }}>
      <StatusChip look={overrideLooks[state]} />
      <Typography sx={{ mt: 1, overflowWrap: 'anywhere' }}>{reason}</Typography>
      <Typography variant="body2" component="div" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        <div>{spanIn({ start, end }, zone)}</div>
        <div>{capital(scopeWords(scope, names))}</div>
        <div>
          Asked for by {requestedBy}, {asked}
        </div>
        {approvedAt !== null && <Approved override={override} at={approvedAt} />}
      </Typography>
      <Box sx={{ display: 'flex', gap: 2, mt: 2 }}>
        {state === 'asked' && (
          <Button variant="outlined" disabled={readOnly} onClick={() => setDialog('approve')}>
            Approve
          </Button>
        )}
        <Button disabled={readOnly} onClick={() => setDialog('remove')}>
          Take back
        </Button>
      </Box>
      {dialog === 'approve' && <ApproveDialog override={override} freeze={freeze} onClose={() => setDialog('none')} />}
      <ConfirmDialog
        open={dialog === 'remove'}
        title="Take this override back?"
        confirm="Take back"
        keep="Keep it"
        danger
        busy={remove.busy}
        onConfirm={() => void remove.run({ id }).then(() => setDialog('none'))}
        onClose={() => setDialog('none')}
      >
        “{freeze.name}” forbids again what it let through. Undo brings it back.
      </ConfirmDialog>
    </ListEntry>
  );
}

export interface OverridesListProps {
  readonly freeze: ScheduleRule;
  readonly overrides: readonly Override[];
  readonly names: Names;
}

/** Who asked for what to be let through a freeze, and who approved it. */
export function OverridesList({ freeze, overrides, names }: OverridesListProps) {
  if (overrides.length === 0) {
    return (
      <Typography sx={{ color: 'text.secondary' }}>
        Nothing is let through. An override lets some deployments through for a while, in the name of an approver other
        than who asks.
      </Typography>
    );
  }
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {overrides
        .toSorted((a, b) => b.startAt - a.startAt)
        .map((override) => (
          <Entry key={override.id} override={override} freeze={freeze} names={names} />
        ))}
    </Box>
  );
}
