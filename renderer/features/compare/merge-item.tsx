import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import type { ComparedItem } from '../../../shared/contract/branches.ts';
import { FieldsTable } from '../../ui/fields-table.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import { fieldRows, itemText, itemTitle, type Side } from './merge.ts';

const looks = {
  clash: { label: 'Clash', tone: 'danger', icon: 'alert' },
  joined: { label: 'Joined', tone: 'info', icon: 'half' },
  clean: { label: 'Clean', tone: 'success', icon: 'check' },
} as const;

const Fields = styled(FieldsTable)(({ theme }) => ({
  marginTop: 8,
  '& .clash td:not(:nth-of-type(1))': { color: theme.look.tones.danger.text, fontWeight: 540 },
}));

function FieldTable({ item }: { item: ComparedItem }) {
  const rows = fieldRows(item);
  if (rows.length === 0) return null;
  return (
    <Fields aria-label={`Fields of ${itemTitle(item)}`}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">At the fork</th>
          <th scope="col">Plan now</th>
          <th scope="col">Branch</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ path, label, base, plan, branch, clashing }) => (
          <tr key={path} className={clashing ? 'clash' : undefined}>
            <th scope="row">{label}</th>
            <td dir="auto">{base}</td>
            <td dir="auto">{plan}</td>
            <td dir="auto">{branch}</td>
          </tr>
        ))}
      </tbody>
    </Fields>
  );
}

export interface MergeItemRowProps {
  readonly item: ComparedItem;
  readonly side: Side | undefined;
  readonly disabled: boolean;
  readonly onChoose: (side: Side) => void;
}

/** One decision of a merge: what it was, is and would be, and which side to keep. */
export function MergeItemRow({ item, side, disabled, onChoose }: MergeItemRowProps) {
  const id = useId();
  const isClash = item.state === 'clash';
  return (
    <Box component="li" sx={{ py: 3, px: 4, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 3, flexWrap: 'wrap' }}>
        <StatusChip look={looks[item.state]} />
        <Box sx={{ flex: 1, minWidth: 200 }}>
          <Typography variant="subtitle2" component="h3" id={id} sx={{ overflowWrap: 'anywhere' }}>
            {itemTitle(item)}
          </Typography>
          <Box sx={{ color: 'text.secondary' }}>{itemText(item)}</Box>
        </Box>
        {isClash ? (
          <RadioGroup
            row
            aria-labelledby={id}
            value={side ?? ''}
            onChange={(_event, value) => onChoose(value === 'branch' ? 'branch' : 'plan')}
          >
            <FormControlLabel
              value="plan"
              disabled={disabled}
              control={<Radio size="small" />}
              label="Keep the plan’s"
            />
            <FormControlLabel
              value="branch"
              disabled={disabled}
              control={<Radio size="small" />}
              label="Take the branch’s"
            />
          </RadioGroup>
        ) : (
          <FormControlLabel
            disabled={disabled}
            control={
              <Checkbox
                size="small"
                checked={side !== 'plan'}
                onChange={(event) => onChoose(event.target.checked ? 'branch' : 'plan')}
                slotProps={{ input: { 'aria-label': `Take over ${itemTitle(item)}` } }}
              />
            }
            label="Take over"
          />
        )}
      </Box>
      <FieldTable item={item} />
    </Box>
  );
}
