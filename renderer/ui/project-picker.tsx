import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import type { LinkedProject } from '../../shared/model/train.ts';
import { answerOf, choicesFailure, listOf } from '../lib/answer.ts';
import { orpc } from '../lib/client.ts';
import { useTouch } from './touched.ts';

export interface ProjectPickerProps {
  readonly label: string;
  readonly hint: string;
  /** What stands in the field where none is chosen. */
  readonly none: string;
  readonly value: readonly LinkedProject[];
  readonly onChange: (projects: readonly LinkedProject[]) => void;
}

/** A choice of repositories and projects that connections read. */
export function ProjectPicker({ label, hint, none, value, onChange }: ProjectPickerProps) {
  const touch = useTouch();
  const answer = answerOf(useQuery(orpc.connections.list.queryOptions({ input: {} })));
  const connections = listOf(answer);
  const failure = choicesFailure(answer);
  const options = connections.flatMap(({ connection }) =>
    connection.scopes.map((key) => ({ connectionId: connection.id, key })),
  );
  const nameOf = (project: LinkedProject) =>
    connections.find(({ connection }) => connection.id === project.connectionId)?.connection.name ??
    (answer.kind === 'failed' ? 'a connection' : 'a removed connection');
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={options}
      value={[...value]}
      onChange={(_event, projects) => {
        touch();
        onChange(projects);
      }}
      getOptionLabel={(project) => project.key}
      getOptionKey={(project) => `${project.connectionId} ${project.key}`}
      groupBy={nameOf}
      isOptionEqualToValue={(one, other) => one.connectionId === other.connectionId && one.key === other.key}
      noOptionsText="No connection reads any project yet."
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          placeholder={value.length === 0 ? none : ''}
          error={failure !== null}
          helperText={failure ?? hint}
        />
      )}
    />
  );
}
