import ChevronLeftRounded from '@mui/icons-material/ChevronLeftRounded';
import ChevronRightRounded from '@mui/icons-material/ChevronRightRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import type { Ref } from 'react';
import { ScheduleRuleKind } from '../../../shared/model/schedule-rule.ts';
import type { Day } from '../../../shared/model/time.ts';
import { filterCount } from '../../lib/address.ts';
import { formatDay } from '../../lib/format.ts';
import { SelectInput } from '../../ui/form-field.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { kindLooks } from './kinds.ts';
import type { RuleFilters, ScopePart } from './search.ts';

const kinds = [
  { value: '' as const, label: 'Any kind' },
  ...ScheduleRuleKind.options.map((value) => ({ value, label: kindLooks[value].plural })),
];

const scopes: readonly { readonly value: '' | ScopePart; readonly label: string }[] = [
  { value: '', label: 'About anything' },
  { value: 'everything', label: 'About everything' },
  { value: 'environments', label: 'An environment' },
  { value: 'services', label: 'A service' },
  { value: 'tiers', label: 'A service tier' },
  { value: 'teams', label: 'A team' },
  { value: 'regions', label: 'A region' },
  { value: 'tenants', label: 'A tenant' },
];

const lengths = [
  { value: '1', label: '1 month' },
  { value: '3', label: '3 months' },
  { value: '6', label: '6 months' },
  { value: '12', label: '1 year' },
  { value: '24', label: '2 years' },
] as const;

/** What of time the picture shows. */
export interface Picture {
  readonly from: Day;
  readonly to: Day;
  readonly months: number;
}

export interface RuleFilterBarProps {
  readonly filters: RuleFilters;
  readonly picture: Picture;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly onChange: (changes: RuleFilters) => void;
  readonly onMonths: (months: number) => void;
  /** Turns the picture on by half of what it shows; 0 goes back to today. */
  readonly onTurn: (by: -1 | 0 | 1) => void;
}

/** What narrows the rules, and what of time is drawn. */
export function RuleFilterBar(props: RuleFilterBarProps) {
  const { filters, picture, searchRef, onChange, onMonths, onTurn } = props;
  const months = lengths.find(({ value }) => value === String(picture.months));
  return (
    <Toolbar role="search" aria-label="Filter the rules">
      <SearchField
        label="Words of a rule"
        value={filters.text ?? ''}
        onChange={(text) => onChange({ text: text === '' ? undefined : text })}
        width={170}
        inputRef={searchRef}
      />
      <Box sx={{ width: 128 }}>
        <SelectInput
          hideLabel
          label="Kind"
          value={filters.kind ?? ''}
          choices={kinds}
          onChange={(kind) => onChange({ kind: kind === '' ? undefined : kind })}
        />
      </Box>
      <Box sx={{ width: 150 }}>
        <SelectInput
          hideLabel
          label="About"
          value={filters.scope ?? ''}
          choices={scopes}
          onChange={(scope) => onChange({ scope: scope === '' ? undefined : scope })}
        />
      </Box>
      {filterCount(filters) > 0 && (
        <Button onClick={() => onChange({ text: undefined, kind: undefined, scope: undefined })}>Clear</Button>
      )}
      <Box sx={{ flex: 1 }} />
      <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
        {formatDay(picture.from)} to {formatDay(picture.to)}
      </Box>
      <IconButton aria-label="Earlier" onClick={() => onTurn(-1)}>
        <ChevronLeftRounded />
      </IconButton>
      <Button variant="outlined" onClick={() => onTurn(0)}>
        Today
      </Button>
      <IconButton aria-label="Later" onClick={() => onTurn(1)}>
        <ChevronRightRounded />
      </IconButton>
      <Box sx={{ width: 106 }}>
        <SelectInput
          hideLabel
          label="How much is shown"
          value={months?.value ?? '12'}
          choices={lengths}
          onChange={(value) => onMonths(Number(value))}
        />
      </Box>
    </Toolbar>
  );
}
