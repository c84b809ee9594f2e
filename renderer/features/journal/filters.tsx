import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { DecisionKind } from '../../../shared/model/journal.ts';
import { Day } from '../../../shared/model/time.ts';
import { filterCount } from '../../lib/address.ts';
import { capital } from '../../lib/format.ts';
import { SelectInput } from '../../ui/form-field.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import type { JournalFilters } from './search.ts';
import { commandLabel, commandNames } from './view-model.ts';

const kinds = [
  { value: '', label: 'Any kind' },
  ...DecisionKind.options.map((kind) => ({ value: kind, label: capital(kind) })),
] as const;

const commands = [
  { value: '', label: 'Any command' },
  ...commandNames().map((name) => ({ value: name, label: commandLabel(name) })),
];

interface DayFilterProps {
  readonly label: string;
  readonly value: Day | undefined;
  readonly onChange: (day: Day | undefined) => void;
}

/** A day that filters once it is typed, by Enter or when the field is left: its first figures make a day too. */
function DayFilter({ label, value, onChange }: DayFilterProps) {
  const [typed, setTyped] = useState<string | null>(null);

  function keep(): void {
    setTyped(null);
    const day = typed === null ? value : Day.safeParse(typed).data;
    if (day !== value) onChange(day);
  }

  return (
    <TextField
      type="date"
      value={typed ?? value ?? ''}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
      fullWidth={false}
      slotProps={{ htmlInput: { 'aria-label': label } }}
      sx={{ width: 130 }}
    />
  );
}

/** What narrows the journal. */
export function JournalFilterBar({
  filters,
  onChange,
}: {
  filters: JournalFilters;
  onChange: (changes: JournalFilters) => void;
}) {
  const absent = (value: string) => (value === '' ? undefined : value);
  return (
    <Toolbar role="search" aria-label="Filter the journal">
      <SearchField
        label="Find in the journal"
        value={filters.text ?? ''}
        onChange={(text) => onChange({ text: absent(text) })}
        width={180}
      />
      <Box sx={{ width: 120 }}>
        <SelectInput
          hideLabel
          label="Kind"
          value={filters.kind ?? ''}
          choices={kinds}
          onChange={(kind) => onChange({ kind: kind === '' ? undefined : kind })}
        />
      </Box>
      <Box sx={{ width: 164 }}>
        <SelectInput
          hideLabel
          label="Command"
          value={filters.command ?? ''}
          choices={commands}
          onChange={(command) => onChange({ command: absent(command) })}
        />
      </Box>
      <SearchField
        label="By whom"
        value={filters.actor ?? ''}
        onChange={(actor) => onChange({ actor: absent(actor) })}
        width={108}
      />
      <DayFilter label="From day" value={filters.from} onChange={(from) => onChange({ from })} />
      <Box component="span" sx={{ color: 'text.secondary' }}>
        to
      </Box>
      <DayFilter label="To day" value={filters.to} onChange={(to) => onChange({ to })} />
      {filterCount(filters) > 0 && (
        <Button
          onClick={() =>
            onChange({
              text: undefined,
              actor: undefined,
              command: undefined,
              kind: undefined,
              from: undefined,
              to: undefined,
            })
          }
        >
          Clear
        </Button>
      )}
    </Toolbar>
  );
}
