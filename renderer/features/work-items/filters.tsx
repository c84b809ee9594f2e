import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import type { Ref } from 'react';
import type { StatusCategory } from '../../../shared/model/connection.ts';
import { filterCount } from '../../lib/address.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { SelectInput } from '../../ui/form-field.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { categoryLooks } from '../../ui/status-looks.ts';
import { Toolbar } from '../../ui/toolbar.tsx';
import type { WorkItemFilters } from './search.ts';

const categories = [
  { value: '' as const, label: 'Any status' },
  ...(Object.keys(categoryLooks) as StatusCategory[]).map((value) => ({ value, label: categoryLooks[value].label })), // keyed by exactly the categories
];

export interface WorkItemFilterBarProps {
  readonly filters: WorkItemFilters;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onChange: (changes: WorkItemFilters) => void;
}

/** What narrows the work items. */
export function WorkItemFilterBar({ filters, searchRef, onChange }: WorkItemFilterBarProps) {
  const connections = answerOf(useQuery(orpc.connections.list.queryOptions({ input: {} })));
  const choices = [
    { value: '', label: connections.kind === 'failed' ? 'Connections not read' : 'Any connection' },
    ...listOf(connections).map(({ connection }) => ({ value: String(connection.id), label: connection.name })),
  ];
  const absent = (value: string) => (value === '' ? undefined : value);
  return (
    <Toolbar role="search" aria-label="Filter the work items">
      <SearchField
        label="Words of the title, or a key"
        value={filters.text ?? ''}
        onChange={(text) => onChange({ text: absent(text) })}
        width={220}
        inputRef={searchRef}
      />
      <Box sx={{ width: 124 }}>
        <SelectInput
          hideLabel
          label="Status"
          value={filters.category ?? ''}
          choices={categories}
          onChange={(category) => onChange({ category: category === '' ? undefined : category })}
        />
      </Box>
      <SearchField
        label="Project"
        value={filters.project ?? ''}
        onChange={(project) => onChange({ project: absent(project) })}
        width={112}
      />
      <SearchField
        label="Label"
        value={filters.label ?? ''}
        onChange={(label) => onChange({ label: absent(label) })}
        width={100}
      />
      <SearchField
        label="Version"
        value={filters.version ?? ''}
        onChange={(version) => onChange({ version: absent(version) })}
        width={112}
      />
      <Box sx={{ width: 150 }}>
        <SelectInput
          hideLabel
          label="Connection"
          value={choices.some(({ value }) => value === filters.connection) ? (filters.connection ?? '') : ''}
          choices={choices}
          onChange={(connection) => onChange({ connection: absent(connection) })}
        />
      </Box>
      {filterCount(filters) > 0 && (
        <Button
          onClick={() =>
            onChange({
              text: undefined,
              project: undefined,
              category: undefined,
              label: undefined,
              version: undefined,
              connection: undefined,
            })
          }
        >
          Clear
        </Button>
      )}
    </Toolbar>
  );
}
