import AddRounded from '@mui/icons-material/AddRounded';
import CloseRounded from '@mui/icons-material/CloseRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ServiceId } from '../../shared/model/ids.ts';
import type { ServiceVersion } from '../../shared/model/service-version.ts';
import type { UiFailure } from '../lib/failures.ts';
import { FormDialog } from './form-dialog.tsx';
import { FieldGroup, SelectInput } from './form-field.tsx';
import { ListEntry } from './list-entry.tsx';
import { useTouch } from './touched.ts';
import {
  type NeedDraft,
  type ReadVersions,
  readVersions,
  type VersionsDraft,
  versionsDraftOf,
} from './versions-draft.ts';

interface NamedService {
  readonly id: ServiceId;
  readonly name: string;
}

interface NeedRowProps {
  readonly need: NeedDraft;
  /** The services whose versions are typed here. */
  readonly own: readonly NamedService[];
  readonly services: readonly NamedService[];
  readonly problems: ReadVersions['problems']['needs'][string];
  readonly onChange: (changes: Partial<NeedDraft>) => void;
  readonly onRemove: () => void;
}

function choicesOf(services: readonly NamedService[]) {
  return [
    { value: '', label: 'Choose a service' },
    ...services.map(({ id, name }) => ({ value: String(id), label: name })),
  ];
}

function NeedRow({ need, own, services, problems = {}, onChange, onRemove }: NeedRowProps) {
  const owner = own.find(({ id }) => id === need.ofId)?.name ?? 'It';
  const other = services.find(({ id }) => id === need.serviceId)?.name ?? 'the other service';
  const told = problems.ofId ?? problems.serviceId;
  return (
    <ListEntry sx={{ display: 'flex', alignItems: 'flex-start', gap: 2 }}>
      {own.length > 1 && (
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <SelectInput
            hideLabel
            label="Version of"
            value={need.ofId}
            choices={choicesOf(own)}
            onChange={(ofId) => onChange({ ofId })}
          />
        </Box>
      )}
      <Typography component="span" sx={{ pt: '6px', color: 'text.secondary' }}>
        works with
      </Typography>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <SelectInput
          hideLabel
          label={`${owner} works with`}
          value={need.serviceId}
          choices={choicesOf(services.filter(({ id }) => id !== need.ofId))}
          onChange={(serviceId) => onChange({ serviceId })}
          hint={
            told !== undefined && (
              <Box component="span" sx={({ look }) => ({ color: look.tones.danger.text })}>
                {told}
              </Box>
            )
          }
        />
      </Box>
      <TextField
        value={need.range}
        placeholder=">=3.1"
        onChange={(event) => onChange({ range: event.target.value })}
        error={problems.range !== undefined}
        helperText={problems.range}
        autoComplete="off"
        slotProps={{ htmlInput: { 'aria-label': `Versions of ${other} that ${owner} works with`, spellCheck: false } }}
        sx={{ width: 180 }}
      />
      <IconButton aria-label={`Take off what ${owner} says of ${other}`} onClick={onRemove}>
        <CloseRounded />
      </IconButton>
    </ListEntry>
  );
}

export interface VersionsDialogProps {
  readonly title: string;
  /** What the versions are, in a sentence. */
  readonly about: string;
  /** The services whose versions are said here. */
  readonly own: readonly NamedService[];
  /** Every service that a version may say something of. */
  readonly services: readonly NamedService[];
  /** What stood there when it was opened. */
  readonly begun: readonly ServiceVersion[];
  readonly busy: boolean;
  readonly failure: UiFailure | null;
  readonly onSave: (versions: readonly ServiceVersion[]) => void;
  readonly onClose: () => void;
}

/** Says versions of services, then what they work with: Tab goes from version to version. */
export function VersionsDialog(props: VersionsDialogProps) {
  const { title, about, own, services, begun, busy, failure, onSave, onClose } = props;
  const [draft, setDraft] = useState<VersionsDraft>(() => versionsDraftOf(begun));
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState(0);
  const read = readVersions(draft, own);
  const problems = tried ? read.problems : { versions: {}, needs: {} };
  const setNeeds = (needs: readonly NeedDraft[]) => setDraft((typed) => ({ ...typed, needs }));
  const said = own.filter(({ id }) => (draft.versions[id] ?? '').trim() !== '');

  function add(): void {
    const ofId = draft.needs.at(-1)?.ofId ?? said[0]?.id ?? own[0]?.id ?? '';
    setNeeds([...draft.needs, { key: `new ${added}`, ofId, serviceId: '', range: '' }]);
    setAdded(added + 1);
  }

  return (
    <FormDialog
      open
      title={title}
      submit="Save"
      width="md"
      busy={busy}
      failure={failure}
      onSubmit={() => {
        setTried(true);
        if (read.versions !== null) onSave(read.versions);
      }}
      onClose={onClose}
    >
      <Typography sx={{ color: 'text.secondary' }}>{about}</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(200px, 1fr))', gap: 3 }}>
        {own.map(({ id, name }, index) => (
          <TextField
            key={id}
            label={name}
            value={draft.versions[id] ?? ''}
            autoFocus={index === 0}
            placeholder="Not said"
            autoComplete="off"
            error={problems.versions[id] !== undefined}
            helperText={problems.versions[id]}
            onChange={(event) =>
              setDraft((typed) => ({ ...typed, versions: { ...typed.versions, [id]: event.target.value } }))
            }
            slotProps={{ htmlInput: { spellCheck: false } }}
          />
        ))}
      </Box>
      <FieldGroup
        label="Works with"
        hint="Which versions of other services it works with: >=3.1, ^2.4 or 1.2 - 1.5. What nobody says works."
      >
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2, alignItems: 'stretch' }}>
          {draft.needs.map((need) => (
            <NeedRow
              key={need.key}
              need={need}
              own={own}
              services={services}
              problems={problems.needs[need.key] ?? {}}
              onChange={(changes) =>
                setNeeds(draft.needs.map((one) => (one.key === need.key ? { ...one, ...changes } : one)))
              }
              onRemove={() => setNeeds(draft.needs.filter(({ key }) => key !== need.key))}
            />
          ))}
          <AddNeed onAdd={add} />
        </Box>
      </FieldGroup>
    </FormDialog>
  );
}

function AddNeed({ onAdd }: { onAdd: () => void }) {
  const touch = useTouch();
  return (
    <Box>
      <Button
        startIcon={<AddRounded />}
        onClick={() => {
          touch();
          onAdd();
        }}
      >
        Add what one works with
      </Button>
    </Box>
  );
}
