import Box from '@mui/material/Box';
import { useRef, useState } from 'react';
import type { Day } from '../../../shared/model/time.ts';
import type { TrainPlan } from '../../../shared/model/train.ts';
import type { UiFailure } from '../../lib/failures.ts';
import { FailureView } from '../../ui/failure-view.tsx';
import { focusFirstProblem } from '../../ui/focus-problem.ts';
import { TextInput } from '../../ui/form-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import { UnsavedGuard } from '../../ui/unsaved-guard.tsx';
import { ZonePicker } from '../../ui/zone-picker.tsx';
import { CadenceSection } from './cadence-section.tsx';
import { CalendarSection } from './calendar-section.tsx';
import { CrewSection } from './crew-section.tsx';
import { readTrain, renamedDraft, type TrainDraft } from './draft.ts';
import { PreviewPanel } from './preview-panel.tsx';
import type { SectionProps } from './section.ts';
import { ShippingSection } from './shipping-section.tsx';
import { StagesSection } from './stages-section.tsx';

function BasicsSection({ draft, problems, onChange }: SectionProps) {
  return (
    <Panel title="Train">
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}>
        <TextInput
          label="Name"
          value={draft.name}
          onChange={(name) => onChange(renamedDraft(draft, name))}
          error={problems.name}
          autoFocus={draft.name === ''}
          required
        />
        <TextInput
          label="Owner"
          value={draft.owner}
          onChange={(owner) => onChange({ owner })}
          error={problems.owner}
          placeholder="Who runs it"
        />
        <ZonePicker
          label="Zone"
          value={draft.zone}
          onChange={(zone) => onChange({ zone })}
          error={problems.zone}
          hint="Its times are typed and kept in this zone."
          free
        />
        <Box sx={{ gridColumn: '1 / -1' }}>
          <TextInput
            label="Notes"
            value={draft.notes}
            onChange={(notes) => onChange({ notes })}
            error={problems.notes}
            lines={2}
          />
        </Box>
      </Box>
    </Panel>
  );
}

export interface TrainFormProps {
  readonly id: string;
  readonly initial: TrainDraft;
  readonly today: Day;
  readonly failure: UiFailure | null;
  readonly onSave: (plan: TrainPlan) => void;
}

/** Everything about a train that people type, and beside it what that gives. */
export function TrainForm({ id, initial, today, failure, onSave }: TrainFormProps) {
  const [draft, setDraft] = useState(initial);
  // What is drawn may lag behind long texts; what is saved may not.
  const latest = useRef(initial);
  const [tried, setTried] = useState(false);
  const [dirty, setDirty] = useState(false);
  const { problems } = readTrain(draft);
  const shown = tried ? problems : {};
  const wrong = Object.keys(shown).length;
  const section: SectionProps = {
    draft,
    problems: shown,
    onChange: (changes) => {
      latest.current = { ...latest.current, ...changes };
      setDirty(true);
      setDraft(latest.current);
    },
  };
  // The preview needs no name yet.
  const previewed = readTrain({ ...draft, name: draft.name.trim() === '' ? 'Train' : draft.name });
  return (
    <Box
      component="form"
      id={id}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        setDraft(latest.current);
        const read = readTrain(latest.current).plan;
        if (read !== null) onSave(read);
        else focusFirstProblem(event.currentTarget);
      }}
      sx={{
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 720px) minmax(260px, 360px)',
        gap: 4,
        alignItems: 'start',
      }}
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, minWidth: 0 }}>
        {failure !== null && <FailureView failure={failure} />}
        {wrong > 0 && (
          <Notice tone="danger">
            {wrong === 1 ? 'One thing is' : `${wrong} things are`} not right yet: {Object.values(shown).join(' ')}
          </Notice>
        )}
        <BasicsSection {...section} />
        <CadenceSection {...section} />
        <StagesSection {...section} />
        <CalendarSection {...section} />
        <ShippingSection {...section} />
        <CrewSection {...section} />
      </Box>
      <UnsavedGuard dirty={dirty} />
      <Box sx={{ position: 'sticky', top: 0 }}>
        <PreviewPanel plan={previewed.plan} problem={Object.values(previewed.problems)[0] ?? null} today={today} />
      </Box>
    </Box>
  );
}
