import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { answerOf, choicesFailure } from '../../lib/answer.ts';
import { Panel } from '../../ui/panel.tsx';
import { catalogueQuery } from './queries.ts';
import type { SectionProps } from './section.ts';

interface Named<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

interface NamedPickerProps<Id extends string> {
  readonly label: string;
  readonly help: string;
  readonly none: string;
  readonly options: readonly Named<Id>[];
  /** Why the options could not be read; null where they could. */
  readonly failure: string | null;
  readonly value: readonly Id[];
  readonly onChange: (ids: readonly Id[]) => void;
}

function NamedPicker<Id extends string>(props: NamedPickerProps<Id>) {
  const { label, help, none, options, failure, value, onChange } = props;
  const unknown = failure === null ? 'removed' : 'not read';
  const nameOf = (id: Id) => options.find((option) => option.id === id)?.name ?? unknown;
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={options.map(({ id }) => id)}
      value={[...value]}
      onChange={(_event, ids) => onChange(ids)}
      getOptionLabel={nameOf}
      noOptionsText={none}
      renderInput={(params) => (
        <TextField {...params} label={label} error={failure !== null} helperText={failure ?? help} />
      )}
    />
  );
}

const NOTHING = { services: [], teams: [] };

/** Which services the train ships, who works for it, and what it keeps free for what slips. */
export function CrewSection({ draft, problems, onChange }: SectionProps) {
  const catalogue = answerOf(useQuery(catalogueQuery()));
  const failure = choicesFailure(catalogue);
  const { services, teams } = 'data' in catalogue ? catalogue.data : NOTHING;
  return (
    <Panel title="Services and teams">
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        <NamedPicker
          label="Services"
          help="What its releases deploy: freezes, windows and clashes are judged by them."
          none="The catalogue has no services yet."
          options={services}
          failure={failure}
          value={draft.services}
          onChange={(services) => onChange({ services })}
        />
        <NamedPicker
          label="Teams"
          help="Whose finished work forecasts what its releases can hold."
          none="The catalogue has no teams yet."
          options={teams}
          failure={failure}
          value={draft.teams}
          onChange={(teams) => onChange({ teams })}
        />
        <TextField
          type="number"
          label="Buffer"
          value={draft.bufferDays}
          onChange={(event) => onChange({ bufferDays: event.target.value })}
          error={problems.bufferDays !== undefined}
          helperText={
            problems.bufferDays ?? 'Working days before each departure that are kept free for what slips. 0 for none.'
          }
          slotProps={{ htmlInput: { min: 0, max: 200, step: 1 } }}
          sx={{ maxWidth: 240 }}
        />
      </Box>
    </Panel>
  );
}
