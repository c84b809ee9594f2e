import { useState } from 'react';
import { addDays } from '../../shared/domain/calendar/days.ts';
import { startOfDay } from '../../shared/domain/calendar/zoned-time.ts';
import type { Conflict } from '../../shared/model/conflict.ts';
import { Day } from '../../shared/model/time.ts';
import { orpc } from '../lib/client.ts';
import { useOwnZone } from '../lib/display-zone.tsx';
import { dayIn } from '../lib/format.ts';
import { useCommand } from '../lib/use-command.ts';
import { useNow } from '../lib/use-now.ts';
import { sidesText } from './conflict-words.ts';
import { FormDialog } from './form-dialog.tsx';
import { TextInput } from './form-field.tsx';
import { offeredWaiverDay } from './waiver-day.ts';

/** Accepts a conflict for a while, with a reason; it stays in every list, marked. */
export function ConflictWaiveDialog({ conflict, onClose }: { conflict: Conflict; onClose: () => void }) {
  const zone = useOwnZone();
  const today = dayIn(useNow(), zone);
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string>(() => offeredWaiverDay(conflict.at, today, zone));
  const waive = useCommand(orpc.conflicts.waive, { showsFailure: true });
  const day = Day.safeParse(until);
  const ended = day.success && day.data < today;

  async function submit(): Promise<void> {
    if (!day.success) return;
    const input = { conflictKey: conflict.key, reason: reason.trim(), until: startOfDay(addDays(day.data, 1), zone) };
    if ((await waive.run(input)) !== null) onClose();
  }

  function dayError(): string | null {
    if (!day.success) return 'Choose a day.';
    return ended ? 'Choose a day that is still to come.' : null;
  }

  return (
    <FormDialog
      open
      width="xs"
      title={`Waive: ${sidesText(conflict)}`}
      submit="Waive conflict"
      busy={waive.busy}
      ready={day.success && !ended && reason.trim() !== ''}
      failure={waive.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label="Reason"
        value={reason}
        onChange={setReason}
        lines={3}
        autoFocus
        required
        hint="Why the plan may stay as it is. It stands in the journal, and beside the conflict."
      />
      <TextInput
        label="Until the end of"
        type="date"
        value={until}
        onChange={setUntil}
        error={dayError()}
        hint="After that day the conflict is open again. Until then it stays in the list, marked."
      />
    </FormDialog>
  );
}
