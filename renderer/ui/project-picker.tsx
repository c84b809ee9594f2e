import { useQuery } from '@tanstack/react-query';
import type { LinkedProject } from '../../shared/model/train.ts';
import { answerOf, choicesFailure, listOf } from '../lib/answer.ts';
import { orpc } from '../lib/client.ts';
import { SeveralPicker } from './several-picker.tsx';

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
    <SeveralPicker
      label={label}
      hint={hint}
      empty={none}
      none="No connection reads any project yet."
      options={options}
      failure={failure}
      value={value}
      keyOf={(project) => `${project.connectionId} ${project.key}`}
      labelOf={(project) => project.key}
      groupOf={nameOf}
      onChange={onChange}
    />
  );
}
