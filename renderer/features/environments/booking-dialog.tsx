import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { bookedAlongWith } from '../../../shared/domain/environments/dependants.ts';
import { type Booking, BookingPurpose, type Environment } from '../../../shared/model/environment.ts';
import type { BookingId, EnvironmentId } from '../../../shared/model/ids.ts';
import { type Day, day } from '../../../shared/model/time.ts';
import { answerOf, choicesFailure } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { baseOf, formBaseOf } from '../../lib/edit-base.ts';
import { endAlong } from '../../lib/end-along.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useNow } from '../../lib/use-now.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { NamedPicker } from '../../ui/named-picker.tsx';
import { TimeInput } from '../../ui/time-input.tsx';
import { ZonePicker } from '../../ui/zone-picker.tsx';
import {
  type BookingDraft,
  type BookingSeed,
  bookingDraftOf,
  bookingPlanOf,
  draftAt,
  draftFor,
  isMove,
  newBookingDraft,
  readBooking,
  timeHints,
} from './booking-draft.ts';
import { OverlapNotice } from './overlap-notice.tsx';
import { catalogueQuery, someBookingsQuery } from './queries.ts';
import { ReleaseChoice } from './release-choice.tsx';
import { purposeWords } from './view-model.ts';

const purposes = BookingPurpose.options.map((value) => ({ value, label: purposeWords[value] }));
const modes = [
  { value: 'exclusive', label: 'Alone' },
  { value: 'shared', label: 'Shared' },
] as const;
const priorities = ['1, served first', '2', '3', '4', '5, served last'].map((label) => ({
  value: label.charAt(0),
  label,
}));
const NO_SERVICES: readonly never[] = [];

export interface BookingDialogProps {
  /** The booking to change; null makes one. */
  readonly booking: Booking | null;
  readonly seed?: BookingSeed | undefined;
  readonly environments: readonly Environment[];
  /** Told what was booked, and on which day it begins. */
  readonly onDone: (id: BookingId, day: Day) => void;
  readonly onClose: () => void;
}

const NO_SEED: BookingSeed = {};
const NONE: readonly EnvironmentId[] = [];

/** Books an environment, or changes a booking; what it would clash with is told while one types. */
export function BookingDialog({ booking, seed = NO_SEED, environments, onDone, onClose }: BookingDialogProps) {
  const zone = useOwnZone();
  const now = useNow();
  const [begun] = useState(booking);
  const [draft, setDraft] = useState<BookingDraft>(() =>
    booking === null ? newBookingDraft(seed, { zone, now }) : bookingDraftOf(booking),
  );
  // What nobody typed follows the release that is chosen.
  const [typed, setTyped] = useState({ title: booking !== null, time: booking !== null || seed.span !== undefined });
  const [tried, setTried] = useState(false);
  const book = useCommand(orpc.environments.book, { showsFailure: true });
  const update = useCommand(orpc.environments.updateBooking, { showsFailure: true });
  const move = useCommand(orpc.environments.moveBooking, { showsFailure: true });
  // What is there by now: whoever is told of another's change and tries again knows of it.
  const { data: live } = useQuery(someBookingsQuery(begun === null ? [] : [begun.id]));
  const catalogue = answerOf(useQuery(catalogueQuery()));
  const services = 'data' in catalogue ? catalogue.data.services : NO_SERVICES;

  const choices = environments.filter(({ id, archived }) => !archived || id === begun?.environmentId);
  const environment = environments.find(({ id }) => id === draft.environmentId);
  const { plan, problems } = readBooking(draft, environment);
  const shown = tried ? problems : {};
  const hints = timeHints(draft);
  const dependants = useMemo(() => {
    if (draft.environmentId === '') return NONE;
    return bookedAlongWith(draft.environmentId, environments);
  }, [draft.environmentId, environments]);
  const namesOf = (ids: readonly EnvironmentId[]) =>
    ids.map((id) => environments.find((one) => one.id === id)?.name ?? 'one that was removed').join(', ');
  const change = (changes: Partial<BookingDraft>) => setDraft((known) => ({ ...known, ...changes }));
  const changeTime = (changes: Partial<BookingDraft>) => {
    setTyped((known) => ({ ...known, time: true }));
    change(changes);
  };
  const spare = draft.purpose !== 'use';
  const forced = environment?.sharing === 'exclusive' && !spare;

  async function save(): Promise<void> {
    setTried(true);
    if (plan === null) return;
    const begins = day(plan.startLocal.slice(0, 10));
    if (begun === null) {
      const made = await book.run({ plan, withDependants: draft.withDependants && dependants.length > 0 });
      if (made?.ids[0] !== undefined) onDone(made.ids[0], begins);
      return;
    }
    const present = live?.[0] ?? begun;
    const { id } = begun;
    if (isMove(bookingPlanOf(begun), plan)) {
      const { environmentId, startLocal, endLocal } = plan;
      const { startAt, endAt, environmentId: from } = baseOf({ begun, now: present, failure: move.failure });
      const base = { startAt, endAt, environmentId: from };
      if ((await move.run({ id, environmentId, startLocal, endLocal, base })) !== null) onDone(id, begins);
      return;
    }
    const ends = { begun: bookingPlanOf(begun), now: bookingPlanOf(present), failure: update.failure };
    if ((await update.run({ id, plan, base: formBaseOf(ends, plan) })) !== null) onDone(id, begins);
  }

  return (
    <FormDialog
      open
      width="md"
      title={begun === null ? 'Book an environment' : `Change ${begun.title}`}
      submit={begun === null ? 'Book' : 'Save'}
      busy={book.busy || update.busy || move.busy}
      failure={book.failure ?? update.failure ?? move.failure}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', columnGap: 4, rowGap: 4 }}>
        <Box>
          <SelectInput
            label="Environment"
            value={draft.environmentId}
            choices={[
              ...(draft.environmentId === '' ? [{ value: '' as const, label: 'Choose one' }] : []),
              ...choices.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            hint={shown['environmentId']}
            onChange={(environmentId) => change({ environmentId })}
          />
        </Box>
        <ReleaseChoice
          value={draft.releaseId}
          onChoose={(release) => setDraft((known) => draftFor(known, release, typed))}
          onTime={(span) => {
            setTyped((known) => ({ ...known, time: true }));
            setDraft((known) => draftAt(known, span));
          }}
        />
        <TextInput
          label="Booked for"
          value={draft.title}
          onChange={(title) => {
            // An empty name is none: the release gives it again.
            setTyped((known) => ({ ...known, title: title.trim() !== '' }));
            change({ title });
          }}
          error={shown['title']}
          required
          placeholder="Payments UAT"
        />
        <SelectInput
          label="To"
          value={draft.purpose}
          choices={purposes}
          hint={spare ? 'Keeps units for the instances that a rollout runs beside the old ones.' : undefined}
          onChange={(purpose) => change({ purpose, mode: purpose === 'use' ? draft.mode : 'shared' })}
        />
        <TimeInput
          label="Starts"
          value={draft.startLocal}
          error={shown['startLocal']}
          hint={hints['startLocal']}
          onChange={(startLocal) =>
            changeTime({ startLocal, endLocal: endAlong({ start: draft.startLocal, end: draft.endLocal }, startLocal) })
          }
        />
        <TimeInput
          label="Ends"
          value={draft.endLocal}
          error={shown['endLocal']}
          hint={hints['endLocal']}
          onChange={(endLocal) => changeTime({ endLocal })}
        />
        <ZonePicker
          label="Zone"
          value={draft.zone}
          onChange={(next) => changeTime({ zone: next })}
          error={shown['zone']}
        />
        <SelectInput
          label="Has it"
          value={forced ? 'exclusive' : draft.mode}
          choices={modes}
          disabled={forced}
          hint={forced ? 'This environment is exclusive.' : undefined}
          onChange={(mode) => change({ mode })}
        />
        <TextInput
          label="Units"
          type="number"
          value={draft.units}
          onChange={(units) => change({ units })}
          error={shown['units']}
          hint={environment === undefined ? undefined : `Of ${environment.capacity}.`}
        />
        <SelectInput
          label="Priority"
          value={draft.priority}
          choices={priorities}
          hint="Counts where the environment goes by priority."
          onChange={(priority) => change({ priority })}
        />
        <TimeInput
          label="Deadline"
          value={draft.deadline}
          error={shown['deadlineAt']}
          hint="Optional: when the work in it must be done."
          onChange={(deadline) => change({ deadline })}
        />
        <NamedPicker
          label="Services"
          hint="Which it uses there; empty for all."
          none="The catalogue has no services yet."
          options={services}
          failure={choicesFailure(catalogue)}
          value={draft.services}
          onChange={(next) => change({ services: next })}
        />
      </Box>
      {begun === null && dependants.length > 0 && (
        <FormControlLabel
          control={
            <Checkbox
              checked={draft.withDependants}
              onChange={(event) => change({ withDependants: event.target.checked })}
            />
          }
          label={`Book along what stands on it: ${namesOf(dependants)}`}
        />
      )}
      {plan !== null && (
        <OverlapNotice
          plan={plan}
          own={booking}
          along={draft.withDependants ? dependants : NONE}
          environments={environments}
        />
      )}
    </FormDialog>
  );
}
