import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Team } from '../../../shared/model/catalogue.ts';
import { answerOf, choicesFailure } from '../../lib/answer.ts';
import { SelectInput } from '../../ui/form-field.tsx';
import { NumberField } from './number-field.tsx';
import { throughputQuery } from './queries.ts';
import { type CapacitySearch, DEFAULTS, type OnSearch } from './search.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

export interface PickProps {
  readonly label: string;
  readonly all: readonly Named[];
  readonly value: string;
  readonly width?: number | undefined;
  /** What an empty value means; without it one is always chosen. */
  readonly none?: string | undefined;
  readonly onPick: (id: string) => void;
}

/** A choice of a team, a train or a release. */
export function Pick({ label, all, value, width = 200, none, onPick }: PickProps) {
  const choices = all.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Box sx={{ width }}>
      <SelectInput
        label={label}
        value={value}
        choices={none === undefined ? choices : [{ value: '', label: none }, ...choices]}
        onChange={onPick}
        disabled={all.length === 0 && none === undefined}
      />
    </Box>
  );
}

/** How many weeks of history are drawn from. */
export function WeeksField({ search, onSearch }: { search: CapacitySearch; onSearch: OnSearch }) {
  return (
    <NumberField
      label="Weeks of history"
      value={search.weeks ?? DEFAULTS.weeks}
      least={1}
      most={104}
      width={124}
      onChange={(weeks) => onSearch({ weeks, rows: undefined })}
    />
  );
}

export interface TypesFieldProps {
  readonly team: Team;
  readonly search: CapacitySearch;
  readonly onSearch: OnSearch;
}

/** Which kinds of work count, of those that the team's history has. */
export function TypesField({ team, search, onSearch }: TypesFieldProps) {
  const { types: chosen } = search;
  const answer = answerOf(useQuery(throughputQuery(team.id, search.weeks ?? DEFAULTS.weeks)));
  const failed = choicesFailure(answer);
  const known = 'data' in answer ? answer.data.daily.classes.map(({ name }) => name) : [];
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const all = [...new Set([...known, ...(chosen ?? [])])].sort();
  const counts = (type: string) => chosen === undefined || chosen.includes(type);
  function toggle(type: string): void {
    const next = all.filter((one) => (one === type ? !counts(one) : counts(one)));
    onSearch({ types: next.length === all.length || next.length === 0 ? undefined : next, rows: undefined });
  }
  if (failed !== null) return <Box sx={{ pt: '24px', color: 'error.main' }}>{failed}</Box>;
  if (all.length < 2) return null;
  return (
    <Box sx={{ pt: '20px' }}>
      <Button
        variant="outlined"
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {chosen === undefined ? 'All kinds of work' : `${chosen.length} of ${all.length} kinds of work`}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {all.map((type) => (
          <MenuItem key={type} role="menuitemcheckbox" aria-checked={counts(type)} onClick={() => toggle(type)}>
            <Checkbox
              checked={counts(type)}
              tabIndex={-1}
              disableRipple
              slotProps={{ input: { 'aria-hidden': true } }}
            />
            <ListItemText primary={type} />
          </MenuItem>
        ))}
      </Menu>
    </Box>
  );
}
