import AddRounded from '@mui/icons-material/AddRounded';
import CloseRounded from '@mui/icons-material/CloseRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import { toLocal } from '../../../shared/domain/calendar/zoned-time.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { ListEntry } from '../../ui/list-entry.tsx';
import { TimeInput } from '../../ui/time-input.tsx';
import type { DraftProblems } from './environment-draft.ts';
import { ReleaseChoice } from './release-choice.tsx';
import type { RolloutDraft } from './search.ts';
import { startOfRelease } from './surge-draft.ts';

const kinds = [
  { value: 'blue-green', label: 'Blue-green: a second set beside the first' },
  { value: 'canary', label: 'Canary: more instances step by step' },
] as const;

export interface RolloutEditorProps {
  readonly rollout: RolloutDraft;
  /** From 1 on, for people. */
  readonly number: number;
  readonly zone: Zone;
  readonly problems: DraftProblems;
  readonly onChange: (changes: Partial<RolloutDraft>) => void;
  readonly onRemove: () => void;
}

function Steps({ rollout, number, problems, onChange }: RolloutEditorProps) {
  const { steps } = rollout;
  const place = `rollouts.${number - 1}.steps`;
  const replace = (at: number, changes: Partial<RolloutDraft['steps'][number]>) => {
    const step = steps[at];
    if (step !== undefined) onChange({ steps: steps.with(at, { ...step, ...changes }) });
  };
  return (
    <Box sx={{ gridColumn: '1 / -1', display: 'flex', flexDirection: 'column', gap: 2 }}>
      {steps.map((step, at) => (
        // Steps have no identity but their place.
        <ListEntry
          key={`step-${at + 1}`}
          sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr 32px', gap: 2, alignItems: 'start' }}
        >
          <TextInput
            label={`Step ${at + 1}: surge %`}
            value={step.surgePercent}
            onChange={(surgePercent) => replace(at, { surgePercent })}
            error={problems[`${place}.${at}.surgePercent`]}
          />
          <TextInput
            label={`Step ${at + 1}: minutes`}
            type="number"
            value={step.minutes}
            onChange={(minutes) => replace(at, { minutes })}
            error={problems[`${place}.${at}.minutes`]}
          />
          <IconButton
            aria-label={`Remove step ${at + 1} of rollout ${number}`}
            onClick={() => onChange({ steps: steps.toSpliced(at, 1) })}
            sx={{ mt: 5 }}
          >
            <CloseRounded />
          </IconButton>
        </ListEntry>
      ))}
      {problems[place] !== undefined && (
        <Typography role="alert" variant="body2" sx={{ color: 'error.main' }}>
          {problems[place]}
        </Typography>
      )}
      <Box sx={{ ml: -3 }}>
        <Button
          startIcon={<AddRounded />}
          onClick={() => onChange({ steps: [...steps, { surgePercent: '100', minutes: '30' }] })}
        >
          Add a step
        </Button>
      </Box>
    </Box>
  );
}

/** One rollout that is being planned. */
export function RolloutEditor(props: RolloutEditorProps) {
  const { rollout, number, zone, problems, onChange, onRemove } = props;
  const problem = (field: string) => problems[`rollouts.${number - 1}.${field}`];
  return (
    <ListEntry role="group" aria-label={`Rollout ${number}`} sx={{ borderTop: 1, borderColor: 'divider', pt: 3 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 2 }}>
        <Typography variant="subtitle2" component="h3" sx={{ flex: 1 }}>
          Rollout {number}
        </Typography>
        <IconButton aria-label={`Remove rollout ${number}`} onClick={onRemove}>
          <CloseRounded />
        </IconButton>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)', gap: 3 }}>
        <Box sx={{ gridColumn: '1 / -1' }}>
          <ReleaseChoice
            value={rollout.releaseId}
            onChoose={(release) =>
              onChange(
                release === null
                  ? { releaseId: null, title: '' }
                  : {
                      releaseId: release.id,
                      title: release.title,
                      startLocal: startOfRelease(release.departsAt, zone),
                    },
              )
            }
            onTime={({ start }) => onChange({ startLocal: toLocal(start, zone) })}
          />
        </Box>
        <Box sx={{ gridColumn: '1 / -1' }}>
          <SelectInput label="How" value={rollout.by} choices={kinds} onChange={(by) => onChange({ by })} />
        </Box>
        <TimeInput
          label={`Starts (${zone})`}
          value={rollout.startLocal}
          error={problem('startLocal')}
          onChange={(startLocal) => onChange({ startLocal })}
        />
        {rollout.by === 'blue-green' ? (
          <TextInput
            label="Both run for, minutes"
            type="number"
            value={rollout.overlapMinutes}
            onChange={(overlapMinutes) => onChange({ overlapMinutes })}
            error={problem('overlapMinutes')}
          />
        ) : (
          <span />
        )}
        <TextInput
          label="Instances"
          type="number"
          value={rollout.instances}
          onChange={(instances) => onChange({ instances })}
          error={problem('instances')}
        />
        <TextInput
          label="Units for each"
          type="number"
          value={rollout.unitsPerInstance}
          onChange={(unitsPerInstance) => onChange({ unitsPerInstance })}
          error={problem('unitsPerInstance')}
        />
        {rollout.by === 'canary' && <Steps {...props} />}
      </Box>
    </ListEntry>
  );
}
