import AddRounded from '@mui/icons-material/AddRounded';
import CloseRounded from '@mui/icons-material/CloseRounded';
import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import type { DeployedTo } from '../../../../shared/contract/schedule-rules.ts';
import { releaseTitle } from '../../../../shared/domain/text/release-title.ts';
import type { EnvironmentId } from '../../../../shared/model/ids.ts';
import type { Target } from '../../../../shared/model/verdict.ts';
import { choicesFailure } from '../../../lib/answer.ts';
import { useOwnZone } from '../../../lib/display-zone.tsx';
import { formatDay } from '../../../lib/format.ts';
import { SelectInput, TextInput } from '../../../ui/form-field.tsx';
import { ListEntry } from '../../../ui/list-entry.tsx';
import { NamedPicker } from '../../../ui/named-picker.tsx';
import { TimeInput } from '../../../ui/time-input.tsx';
import type { Made } from '../use-names.ts';
import type { ReleaseChoice } from '../use-open-releases.ts';
import { ANYWHERE, type QuestionDraft, type ReadQuestion } from './question.ts';

const whats = [
  { value: 'release', label: 'A release' },
  { value: 'services', label: 'Services' },
  { value: 'targets', label: 'Places, one by one' },
] as const satisfies ReadonlyArray<{ value: DeployedTo['by']; label: string }>;

const units = [
  { value: 'minutes', label: 'minutes' },
  { value: 'hours', label: 'hours' },
  { value: 'days', label: 'days' },
] as const;

export interface QuestionFormProps {
  readonly draft: QuestionDraft;
  readonly read: ReadQuestion;
  readonly made: Made;
  readonly releases: readonly ReleaseChoice[];
  /** Why the releases are not there. */
  readonly releasesFailure: string | null;
  readonly onChange: (changes: Partial<QuestionDraft>) => void;
}

function ReleasePicker({ draft, releases, releasesFailure, onChange }: QuestionFormProps) {
  const chosen = releases.find(({ release }) => release.id === draft.release) ?? null;
  return (
    <Autocomplete
      options={releases}
      value={chosen}
      onChange={(_event, choice) => onChange({ release: choice?.release.id ?? null })}
      groupBy={({ train }) => train}
      getOptionLabel={({ train, release }) =>
        `${releaseTitle(train, release.name)}, ${formatDay(release.day, 'medium')}`
      }
      getOptionKey={({ release }) => release.id}
      isOptionEqualToValue={(one, other) => one.release.id === other.release.id}
      noOptionsText="No release ahead is called that."
      renderInput={(params) => (
        <TextField
          {...params}
          label="Release"
          error={releasesFailure !== null}
          helperText={releasesFailure ?? 'Its train says which services it deploys.'}
        />
      )}
    />
  );
}

function placeChoices(made: Made, none: string) {
  const places = 'data' in made.environments ? made.environments.data : [];
  return [
    { value: '' as const, label: none },
    ...places.map(({ id, name }) => ({ value: id, label: name })),
  ] satisfies readonly { readonly value: '' | EnvironmentId; readonly label: string }[];
}

function ServicesPicker({ draft, made, onChange }: QuestionFormProps) {
  const services = 'data' in made.catalogue ? made.catalogue.data.services : [];
  const failure = choicesFailure(made.catalogue);
  return (
    <>
      <NamedPicker
        label="Services"
        none="There are no services yet."
        options={services}
        failure={failure}
        value={draft.services}
        onChange={(services) => onChange({ services })}
      />
      <SelectInput
        label="Environment"
        value={draft.environment ?? ''}
        choices={placeChoices(made, 'None in particular')}
        onChange={(id) => onChange({ environment: id === '' ? null : id })}
      />
    </>
  );
}

function TargetEditor(props: {
  readonly target: Target;
  readonly at: number;
  readonly made: Made;
  readonly onChange: (target: Target) => void;
  readonly onRemove: () => void;
}) {
  const { target, at, made, onChange, onRemove } = props;
  const { services, teams } = 'data' in made.catalogue ? made.catalogue.data : { services: [], teams: [] };
  const places = 'data' in made.environments ? made.environments.data : [];
  const set = (changes: Partial<Target>) => onChange({ ...target, ...changes });
  const any = (what: string) => ({ value: '' as const, label: what });
  return (
    <ListEntry sx={{ p: 3, border: 1, borderColor: 'divider', borderRadius: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 2 }}>
        <Box sx={{ flex: 1, fontWeight: 560 }}>Place {at}</Box>
        <IconButton aria-label={`Remove place ${at}`} onClick={onRemove}>
          <CloseRounded />
        </IconButton>
      </Box>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
        <SelectInput
          label="Environment"
          value={target.environmentId ?? ''}
          choices={placeChoices(made, 'Any')}
          onChange={(id) =>
            set({
              environmentId: id === '' ? null : id,
              region: places.find((place) => place.id === id)?.region ?? target.region,
            })
          }
        />
        <SelectInput
          label="Service"
          value={target.serviceId ?? ''}
          choices={[any('Any'), ...services.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(id) => {
            const service = services.find((one) => one.id === id);
            set({
              serviceId: service?.id ?? null,
              tier: service?.tier ?? null,
              teamId: service === undefined ? target.teamId : service.teamId,
            });
          }}
        />
        <SelectInput
          label="Team"
          value={target.teamId ?? ''}
          choices={[any('Any'), ...teams.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(id) => set({ teamId: id === '' ? null : id })}
        />
        <SelectInput
          label="Tier"
          value={String(target.tier ?? '')}
          choices={['', '1', '2', '3', '4'].map((tier) => ({ value: tier, label: tier === '' ? 'Any' : tier }))}
          onChange={(tier) => set({ tier: tier === '' ? null : Number(tier) })}
        />
        <TextInput
          label="Region"
          value={target.region ?? ''}
          onChange={(region) => set({ region: region === '' ? null : region.slice(0, 60) })}
          placeholder="Any"
        />
        <TextInput
          label="Tenant"
          value={target.tenant ?? ''}
          onChange={(tenant) => set({ tenant: tenant === '' ? null : tenant })}
          placeholder="Any"
        />
      </Box>
    </ListEntry>
  );
}

const MOST_PLACES = 20;

function TargetsEditor({ draft, made, onChange }: QuestionFormProps) {
  const { targets } = draft;
  return (
    <>
      {targets.map((target, at) => (
        <TargetEditor
          // Places have no identity but where they stand.
          key={`place-${at + 1}`}
          target={target}
          at={at + 1}
          made={made}
          onChange={(changed) => onChange({ targets: targets.with(at, changed) })}
          onRemove={() => onChange({ targets: targets.toSpliced(at, 1) })}
        />
      ))}
      <Box sx={{ ml: -2 }}>
        <Button
          startIcon={<AddRounded />}
          disabled={targets.length >= MOST_PLACES}
          onClick={() => onChange({ targets: [...targets, ANYWHERE] })}
        >
          Add a place
        </Button>
      </Box>
    </>
  );
}

/** What is deployed, when, and for how long. */
export function QuestionForm(props: QuestionFormProps) {
  const { draft, read, onChange } = props;
  const zone = useOwnZone();
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      <SelectInput label="What is deployed" value={draft.by} choices={whats} onChange={(by) => onChange({ by })} />
      {draft.by === 'release' && <ReleasePicker {...props} />}
      {draft.by === 'services' && <ServicesPicker {...props} />}
      {draft.by === 'targets' && <TargetsEditor {...props} />}
      <TimeInput
        label={`From (${zone})`}
        value={draft.start}
        onChange={(start) => onChange({ start })}
        error={read.problems.start ?? null}
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' }}>
        <TextInput
          label="For"
          type="number"
          value={draft.length}
          onChange={(length) => onChange({ length })}
          error={read.problems.length}
          slotProps={{ htmlInput: { min: 1 } }}
        />
        <SelectInput label="Unit" value={draft.unit} choices={units} onChange={(unit) => onChange({ unit })} />
      </Box>
    </Box>
  );
}
