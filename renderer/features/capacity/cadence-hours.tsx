import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { Team } from '../../../shared/model/catalogue.ts';
import { orpc } from '../../lib/client.ts';
import { ciUseText, perItem } from './cadence-model.ts';
import { NumberField } from './number-field.tsx';
import { type CapacitySearch, DEFAULTS, type OnSearch } from './search.ts';

interface HoursProps {
  readonly team: Team;
  readonly search: CapacitySearch;
  readonly onSearch: OnSearch;
}

const FIELDS = [
  { name: 'overhead', label: 'Overhead of one train', hint: 'Person-hours, whatever it carries', most: 100_000 },
  { name: 'hours', label: 'Hours of the team', hint: 'Person-hours on a working day', most: 10_000 },
  { name: 'ciDay', label: 'CI on a day', hint: 'Agent-hours; 0 for no limit', most: 100_000 },
  { name: 'ciTrain', label: 'CI of one train', hint: 'Agent-hours, whatever it carries', most: 100_000 },
  { name: 'ciItem', label: 'CI of one item', hint: 'Agent-hours of its own', most: 100_000 },
] as const;

/** What synced pipelines took, and taking it for what an item needs. */
function KnownCi({ team, search, onSearch }: HoursProps) {
  const query = orpc.capacity.ciUse.queryOptions({ input: { teamId: team.id, weeks: search.weeks ?? DEFAULTS.weeks } });
  const { data } = useQuery(query);
  const known = data === undefined ? '' : ciUseText(data);
  if (data === undefined || known === '') return null;
  const ciItem = data.finished === 0 ? 0 : perItem(data.hours, data.finished);
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 3 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {known}
      </Typography>
      {ciItem > 0 && ciItem !== (search.ciItem ?? DEFAULTS.ciItem) && (
        <Button size="small" onClick={() => onSearch({ ciItem })}>
          {`Count ${ciItem} h for an item`}
        </Button>
      )}
    </Box>
  );
}

/** What trains cost and what there is for them: hours of people, and of CI. */
export function CadenceHours({ team, search, onSearch }: HoursProps) {
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, mb: 3 }}>
        {FIELDS.map(({ name, label, hint, most }) => (
          <NumberField
            key={name}
            label={label}
            value={search[name] ?? DEFAULTS[name]}
            least={0}
            most={most}
            fractions
            width={180}
            hint={hint}
            onChange={(value) => onSearch({ [name]: value })}
          />
        ))}
      </Box>
      <KnownCi team={team} search={search} onSearch={onSearch} />
    </>
  );
}
