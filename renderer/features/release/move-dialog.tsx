import { useState } from 'react';
import { local } from '../../../shared/domain/calendar/zoned-time.ts';
import type { Release } from '../../../shared/model/release.ts';
import { ClockTime, Day } from '../../../shared/model/time.ts';
import { orpc } from '../../lib/client.ts';
import { baseOf } from '../../lib/edit-base.ts';
import { useCommand } from '../../lib/use-command.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextInput } from '../../ui/form-field.tsx';
import { MoveAlong } from './move-along.tsx';
import { MoveFollowUp } from './move-follow-up.tsx';
import { clockHint } from './view-model.ts';

/** Moves a release to another day and time; its milestones follow. */
export function MoveDialog({ release, onClose }: { release: Release; onClose: () => void }) {
  const [day, setDay] = useState<string>(release.day);
  const [time, setTime] = useState<string>(release.departureTime);
  const [withBookings, setWithBookings] = useState<boolean>();
  const [begun] = useState(release);
  const move = useCommand(orpc.releases.move, { showsFailure: true });
  const parsedDay = Day.safeParse(day);
  const parsedTime = ClockTime.safeParse(time);
  const sameTime = time === begun.departureTime;
  const changed = day !== begun.day || !sameTime;
  const hint =
    parsedDay.success && parsedTime.success ? clockHint(local(parsedDay.data, parsedTime.data), release.zone) : null;

  function planned(to: Day, at: ClockTime) {
    const departureTime = sameTime ? undefined : at;
    return { kind: 'release' as const, id: release.id, day: to, departureTime, withBookings };
  }

  async function submit(): Promise<void> {
    if (!parsedDay.success || !parsedTime.success) return;
    const { departsAt } = baseOf({ begun, now: release, failure: move.failure });
    const { kind: _kind, ...input } = planned(parsedDay.data, parsedTime.data);
    const moved = await move.run({ ...input, base: { departsAt } });
    if (moved !== null) onClose();
  }

  return (
    <FormDialog
      open
      width="sm"
      title={`Move ${release.name}`}
      submit="Move release"
      busy={move.busy}
      ready={parsedDay.success && parsedTime.success && changed}
      failure={move.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextInput
        label="Release day"
        type="date"
        value={day}
        onChange={setDay}
        autoFocus
        error={parsedDay.success ? null : 'Choose a day.'}
        hint="Its milestones follow by the train's stages; those moved by hand stay."
      />
      <TextInput
        label={`Departs at (${release.zone})`}
        type="time"
        value={time}
        onChange={setTime}
        error={parsedTime.success ? null : 'Choose a time.'}
        hint={hint ?? undefined}
      />
      {changed && parsedDay.success && parsedTime.success && (
        <MoveFollowUp release={release} to={local(parsedDay.data, parsedTime.data)} />
      )}
      {parsedDay.success && parsedTime.success && changed && (
        <MoveAlong move={planned(parsedDay.data, parsedTime.data)} onWithBookings={setWithBookings} />
      )}
    </FormDialog>
  );
}
