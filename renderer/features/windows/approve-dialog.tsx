import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { approvalProblems } from '../../../shared/domain/freezes/override-rules.ts';
import type { Override, ScheduleRule } from '../../../shared/model/schedule-rule.ts';
import { orpc } from '../../lib/client.ts';
import { spanIn } from '../../lib/clock-words.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { useCommand } from '../../lib/use-command.ts';
import { useNow } from '../../lib/use-now.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextInput } from '../../ui/form-field.tsx';

/** Approves an override, in the name of somebody other than who asked for it. */
export function ApproveDialog(props: { override: Override; freeze: ScheduleRule; onClose: () => void }) {
  const { override, freeze, onClose } = props;
  const now = useNow();
  const zone = useOwnZone();
  const [approver, setApprover] = useState('');
  const [tried, setTried] = useState(false);
  const approve = useCommand(orpc.scheduleRules.approveOverride, { showsFailure: true });
  const problem = approvalProblems({ override, approvedBy: approver, at: now })[0]?.problem ?? null;
  const { id, requestedBy, reason, startAt: start, endAt: end } = override;

  async function submit(): Promise<void> {
    setTried(true);
    if (problem !== null) return;
    if ((await approve.run({ id, approver: approver.trim() })) !== null) onClose();
  }

  return (
    <FormDialog
      open
      width="xs"
      title={`Let this through “${freeze.name}”?`}
      submit="Approve"
      busy={approve.busy}
      failure={approve.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Typography>
        {requestedBy} asks for it: {reason} ({spanIn({ start, end }, zone)})
      </Typography>
      <TextInput
        label="Who approves it"
        value={approver}
        onChange={setApprover}
        error={tried || approver.trim() !== '' ? problem : null}
        hint={`Somebody other than ${requestedBy}. It counts from now on, and keeps who recorded it: you.`}
        autoFocus
        required
      />
    </FormDialog>
  );
}
