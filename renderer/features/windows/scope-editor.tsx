import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { Scope } from '../../../shared/model/schedule-rule.ts';
import { choicesFailure } from '../../lib/answer.ts';
import { SelectInput } from '../../ui/form-field.tsx';
import { SeveralPicker } from '../../ui/several-picker.tsx';
import { useTouch } from '../../ui/touched.ts';
import { EVERYTHING, isAbout } from './names.ts';
import type { Made } from './use-names.ts';

interface Option<V> {
  readonly value: V;
  readonly label: string;
}

interface SeveralProps<V> {
  readonly label: string;
  readonly value: readonly V[];
  readonly options: readonly Option<V>[];
  readonly onChange: (value: V[]) => void;
  /** What is there that cannot be chosen from. */
  readonly none: string;
  readonly failure: string | null;
  /** What an id without a name is called. */
  readonly gone: string;
}

/** Some of what is there, found by its name. */
function Several<V extends string | number>(props: SeveralProps<V>) {
  const { label, value, options, onChange, none, failure, gone } = props;
  const chosen = value.map((one) => options.find((option) => option.value === one) ?? { value: one, label: gone });
  return (
    <SeveralPicker
      label={label}
      empty="Any"
      none={none}
      options={options}
      failure={failure}
      value={chosen}
      keyOf={(option) => String(option.value)}
      labelOf={(option) => option.label}
      onChange={(picked) => onChange(picked.map((one) => one.value))}
    />
  );
}

/** Words that people write themselves, with those that are known offered. */
function Written(props: {
  readonly label: string;
  readonly value: readonly string[];
  readonly options: readonly string[];
  readonly hint: string;
  readonly onChange: (value: string[]) => void;
}) {
  const { label, value, options, hint, onChange } = props;
  const touch = useTouch();
  const [typed, setTyped] = useState('');
  const keep = (words: readonly string[]) => {
    touch();
    onChange([...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))]);
  };
  return (
    <Autocomplete
      multiple
      freeSolo
      options={options}
      value={[...value]}
      inputValue={typed}
      onInputChange={(_event, text) => setTyped(text)}
      onChange={(_event, words) => keep(words)}
      // What was typed and not yet closed by Enter is meant too.
      onBlur={() => {
        if (typed.trim() !== '') keep([...value, typed]);
        setTyped('');
      }}
      renderInput={(params) => (
        <TextField {...params} label={label} placeholder={value.length === 0 ? 'Any' : ''} helperText={hint} />
      )}
    />
  );
}

const abouts = [
  { value: 'everything', label: 'Everything' },
  { value: 'some', label: 'Only some of it' },
] as const;

const tiers = [1, 2, 3, 4].map((tier) => ({
  value: tier,
  label: `Tier ${tier}${tier === 1 ? ', most critical' : ''}`,
}));

export interface ScopeEditorProps {
  readonly value: Scope;
  readonly made: Made;
  /** What everything means here. */
  readonly everything: string;
  readonly onChange: (scope: Scope) => void;
}

/** What a rule or an override is about. */
export function ScopeEditor({ value, made, everything, onChange }: ScopeEditorProps) {
  const [narrowed, setNarrowed] = useState(!isAbout(value, 'everything'));
  const { catalogue, environments } = made;
  const places = 'data' in environments ? environments.data : [];
  const { services, teams } = 'data' in catalogue ? catalogue.data : { services: [], teams: [] };
  const regions = [
    ...new Set([...places.flatMap(({ region }) => region ?? []), ...services.flatMap((service) => service.regions)]),
  ].sort();
  const optionsOf = <V extends string>(things: readonly { readonly id: V; readonly name: string }[]) =>
    things.map(({ id, name }) => ({ value: id, label: name }));
  const set = (changes: Partial<Scope>) => onChange({ ...value, ...changes });
  const [failure, placesFailure] = [choicesFailure(catalogue), choicesFailure(environments)];
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3 }}>
      <SelectInput
        label="About"
        value={narrowed ? 'some' : 'everything'}
        choices={abouts}
        onChange={(about) => {
          setNarrowed(about === 'some');
          if (about === 'everything') onChange(EVERYTHING);
        }}
        hint={
          narrowed
            ? 'Of a field with several, one has to fit. Of several fields that are filled in, every one.'
            : everything
        }
      />
      {narrowed && (
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 3, alignItems: 'start' }}>
          <Several
            label="Environments"
            value={value.environments}
            options={optionsOf(places)}
            onChange={(ids) => set({ environments: ids })}
            none="There are no environments yet."
            gone="A removed environment"
            failure={placesFailure}
          />
          <Several
            label="Services"
            value={value.services}
            options={optionsOf(services)}
            onChange={(ids) => set({ services: ids })}
            none="There are no services yet."
            gone="A removed service"
            failure={failure}
          />
          <Several
            label="Tiers"
            value={value.tiers}
            options={tiers}
            onChange={(picked) => set({ tiers: picked })}
            none=""
            gone=""
            failure={null}
          />
          <Several
            label="Teams"
            value={value.teams}
            options={optionsOf(teams)}
            onChange={(ids) => set({ teams: ids })}
            none="There are no teams yet."
            gone="A removed team"
            failure={failure}
          />
          <Written
            label="Regions"
            value={value.regions}
            options={regions}
            hint="Such as eu-west."
            onChange={(words) => set({ regions: words })}
          />
          <Written
            label="Tenants"
            value={value.tenants}
            options={[]}
            hint="Customers that have a place of their own."
            onChange={(words) => set({ tenants: words })}
          />
        </Box>
      )}
    </Box>
  );
}
