import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { ConflictKind } from '../../../shared/model/conflict.ts';
import { Severity } from '../../../shared/model/severity.ts';
import { conflictLabel, severityLooks } from '../../ui/conflict-looks.ts';
import { SelectInput } from '../../ui/form-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import type { ConflictSearch } from './search.ts';
import type { KindCount } from './view-model.ts';

const severities = [
  { value: '', label: 'Any severity' },
  ...Severity.options.map((severity) => ({ value: severity, label: severityLooks[severity].label })),
] as const;

/** What narrows the table of conflicts. */
export function FilterBar(props: {
  readonly kinds: readonly KindCount[];
  readonly search: ConflictSearch;
  readonly onChange: (changes: Partial<ConflictSearch>) => void;
}) {
  const { kinds, search, onChange } = props;
  // A kind that the address names stays a choice where there is none of it.
  const named =
    kinds.some(({ kind }) => kind === search.conflictKind) || search.conflictKind === undefined
      ? []
      : [search.conflictKind];
  const choices = [
    { value: '', label: 'Any kind' },
    ...kinds.map(({ kind, label }) => ({ value: kind, label })),
    ...named.map((kind) => ({ value: kind, label: conflictLabel(kind) })),
  ];
  return (
    <Toolbar role="search" aria-label="Filter the conflicts">
      <Box sx={{ width: 150 }}>
        <SelectInput
          hideLabel
          label="Severity"
          value={search.severity ?? ''}
          choices={severities}
          onChange={(severity) => onChange({ severity: severity === '' ? undefined : severity })}
        />
      </Box>
      <Box sx={{ width: 240 }}>
        <SelectInput
          hideLabel
          label="Kind"
          value={search.conflictKind ?? ''}
          choices={choices}
          onChange={(kind) => onChange({ conflictKind: ConflictKind.safeParse(kind).data })}
        />
      </Box>
      {(search.conflictKind !== undefined || search.severity !== undefined) && (
        <Button onClick={() => onChange({ conflictKind: undefined, severity: undefined })}>Clear</Button>
      )}
    </Toolbar>
  );
}
