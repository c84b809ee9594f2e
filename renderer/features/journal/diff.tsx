import { styled } from '@mui/material/styles';
import type { Change } from '../../../shared/model/journal.ts';
import { fieldLabel } from '../../lib/field-words.ts';
import { FieldsTable } from '../../ui/fields-table.tsx';
import { radius } from '../../ui/tokens.ts';
import { fieldChanges } from './view-model.ts';

const Table = styled(FieldsTable)(({ theme }) => ({
  borderCollapse: 'separate',
  borderSpacing: 0,
  border: `1px solid ${theme.look.line}`,
  borderRadius: radius.control,
  '& tbody tr': { borderTop: 'none' },
  '& tr:not(:first-of-type) > *, & tbody > tr > *': { borderTop: `1px solid ${theme.look.line}` },
}));

const Value = styled('span', { shouldForwardProp: (name) => name !== 'side' })<{ side: 'before' | 'after' }>(
  ({ theme, side }) => ({
    unicodeBidi: 'isolate',
    color: theme.look.tones[side === 'before' ? 'danger' : 'success'].text,
  }),
);

/** The fields of a row before and after a decision. */
export function Diff({ change }: { change: Pick<Change, 'before' | 'after'> }) {
  const fields = fieldChanges(change);
  const showBefore = change.before !== null;
  const showAfter = change.after !== null;
  return (
    <Table>
      <thead>
        <tr>
          <th scope="col">Field</th>
          {showBefore && <th scope="col">Before</th>}
          {showAfter && <th scope="col">After</th>}
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.path}>
            <th scope="row" title={field.path}>
              {fieldLabel(field.path)}
            </th>
            {showBefore && (
              <td>
                {field.before !== null && (
                  <Value side="before" dir="auto">
                    {field.before}
                  </Value>
                )}
              </td>
            )}
            {showAfter && (
              <td>
                {field.after !== null && (
                  <Value side="after" dir="auto">
                    {field.after}
                  </Value>
                )}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
