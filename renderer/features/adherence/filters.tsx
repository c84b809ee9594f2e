import Box from '@mui/material/Box';
import type { Baseline } from '../../../shared/model/baseline.ts';
import type { Train } from '../../../shared/model/train.ts';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import type { AdherenceSearch } from './search.ts';
import { baselineChoices } from './terms.ts';

const units = [
  { value: 'calendar-days', label: 'In days' },
  { value: 'working-days', label: 'In working days' },
] as const;

const quarters = [
  { value: 'baseline', label: 'In the quarter promised' },
  { value: 'actual', label: 'In the quarter departed' },
] as const;

export interface AdherenceFiltersProps {
  readonly search: AdherenceSearch;
  readonly trains: readonly Train[];
  readonly baselines: readonly Baseline[];
  readonly onChange: (changes: Partial<AdherenceSearch>) => void;
}

/** What is measured, and by what. */
export function AdherenceFilters({ search, trains, baselines, onChange }: AdherenceFiltersProps) {
  const trainChoices = [
    { value: '', label: 'Every train' },
    ...trains.map(({ id, name }) => ({ value: String(id), label: name })),
  ];
  const against = baselineChoices(baselines, search.train);
  const chosen = search.baseline ?? 'first-published';
  // A baseline that is gone stays named, so that the failure beside it is understood.
  const known = against.some(({ value }) => value === chosen)
    ? against
    : [...against, { value: chosen, label: 'Unknown baseline' }];
  return (
    <Toolbar role="search" aria-label="What is measured">
      <Box sx={{ width: 180 }}>
        <SelectInput
          hideLabel
          label="Train"
          value={trainChoices.some(({ value }) => value === search.train) ? (search.train ?? '') : ''}
          choices={trainChoices}
          onChange={(train) => onChange({ train: train === '' ? undefined : train, open: undefined })}
        />
      </Box>
      <Box sx={{ width: 210 }}>
        <SelectInput
          hideLabel
          label="Baseline"
          value={chosen}
          choices={known}
          onChange={(baseline) => onChange({ baseline })}
        />
      </Box>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <span id="adherence-within">on time within</span>
        <Box sx={{ width: 64 }}>
          <TextInput
            label=""
            type="number"
            value={String(search.within ?? 0)}
            slotProps={{ htmlInput: { min: 0, max: 400, 'aria-label': 'On time within so many days' } }}
            onChange={(text) => {
              const days = Math.trunc(Number(text));
              onChange({ within: days >= 0 && days <= 400 ? days : undefined });
            }}
          />
        </Box>
        <span>days</span>
      </Box>
      <Box sx={{ width: 150 }}>
        <SelectInput
          hideLabel
          label="Slips are counted"
          value={search.unit ?? 'calendar-days'}
          choices={units}
          onChange={(unit) => onChange({ unit })}
        />
      </Box>
      <Box sx={{ width: 190 }}>
        <SelectInput
          hideLabel
          label="A release counts"
          value={search.quarterBy ?? 'baseline'}
          choices={quarters}
          onChange={(quarterBy) => onChange({ quarterBy })}
        />
      </Box>
    </Toolbar>
  );
}
