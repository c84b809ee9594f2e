import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import type { DayOrder } from '../../../shared/domain/exchange/read-day.ts';
import {
  type ColumnMapping,
  doubledFields,
  missingFields,
  type Table,
  type TableField,
} from '../../../shared/domain/exchange/table-mapping.ts';
import { SelectInput } from '../../ui/form-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { radius } from '../../ui/tokens.ts';
import type { TableTerms } from './plan-of-table.ts';

const LEFT_OUT = { value: '', label: 'Leave out' };
const ORDERS = [
  { value: '', label: 'As it stands' },
  { value: 'day-first', label: 'Day first: 31/3/2027' },
  { value: 'month-first', label: 'Month first: 3/31/2027' },
] as const;

function samplesOf({ rows }: Table, column: number): string {
  const values = rows.slice(0, 50).flatMap(({ cells }) => (cells[column]?.trim() ? [cells[column]] : []));
  return values.slice(0, 3).join(', ') || 'empty';
}

function setColumn(mapping: ColumnMapping, column: number, key: string): ColumnMapping {
  return mapping.map((one, index) => (index === column ? key || null : one));
}

function problemOf({ fields, terms: { mapping, train }, trains }: MappingPanelProps): string | null {
  const missing = missingFields(fields, mapping).map(({ label }) => label);
  if (missing.length > 0) return `Say which column is ${missing.join(' and which is ')}.`;
  const [doubled] = doubledFields(fields, mapping);
  if (doubled !== undefined) return `Two columns are ${doubled.label}: leave one of them out.`;
  if (trains !== null && !mapping.includes('train') && train.trim() === '')
    return 'Say which column is Train, or name the train of all rows.';
  return null;
}

export interface MappingPanelProps {
  readonly table: Table;
  /** What a column can be. */
  readonly fields: readonly TableField[];
  readonly terms: TableTerms;
  /** The trains that rows can be of; null where the table holds no releases. */
  readonly trains: readonly string[] | null;
  readonly onChange: (terms: TableTerms) => void;
}

/** What each column of the file is: guessed from its name, changed by a choice. */
export function MappingPanel(props: MappingPanelProps) {
  const { table, fields, terms, trains, onChange } = props;
  const { mapping, order, train } = terms;
  const problem = problemOf(props);
  const choices = [LEFT_OUT, ...fields.map(({ key, label }) => ({ value: key, label }))];
  const hasDays = fields.some(({ kind }) => kind === 'day');
  return (
    <Box component="section" aria-label="What the columns are" sx={{ px: 6, pt: 3, pb: 2, flexShrink: 0 }}>
      <Box sx={{ display: 'flex', gap: 2, overflowX: 'auto', pb: 2 }}>
        {table.headers.map((header, column) => {
          const name = header === '' ? `Column ${column + 1}` : header;
          const samples = samplesOf(table, column);
          return (
            <Box
              // Columns have no identity but their place.
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of a file do not move
              key={column}
              sx={{
                width: 184,
                flexShrink: 0,
                p: 2,
                border: 1,
                borderColor: 'divider',
                borderRadius: `${radius.control}px`,
                background: (theme) => theme.look.surface,
              }}
            >
              <Typography variant="subtitle2" noWrap title={name}>
                {name}
              </Typography>
              <Typography variant="body2" noWrap title={samples} sx={{ color: 'text.secondary', mb: 1 }}>
                {samples}
              </Typography>
              <SelectInput
                label={`What “${name}” is`}
                hideLabel
                value={mapping[column] ?? ''}
                choices={choices}
                onChange={(key) => onChange({ ...terms, mapping: setColumn(mapping, column, key) })}
              />
            </Box>
          );
        })}
      </Box>
      <Box sx={{ display: 'flex', gap: 4, flexWrap: 'wrap', alignItems: 'flex-start' }}>
        {trains !== null && (
          <Autocomplete
            freeSolo
            options={trains}
            inputValue={train}
            onInputChange={(_event, value) => onChange({ ...terms, train: value })}
            sx={{ width: 300 }}
            renderInput={(params) => (
              <TextField
                {...params}
                label="Train of rows that name none"
                placeholder="An existing train, or a new one"
              />
            )}
          />
        )}
        {hasDays && (
          <Box sx={{ width: 230 }}>
            <SelectInput
              label="Days of two numbers and a year"
              value={order ?? ''}
              choices={ORDERS}
              onChange={(value) => onChange({ ...terms, order: value === '' ? null : (value satisfies DayOrder) })}
            />
          </Box>
        )}
        {problem !== null && (
          <Box sx={{ flex: 1, minWidth: 260 }}>
            <Notice tone="warning">{problem}</Notice>
          </Box>
        )}
      </Box>
    </Box>
  );
}
