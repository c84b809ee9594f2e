import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';

const Table = styled('table')(({ theme }) => ({
  width: '100%',
  borderCollapse: 'collapse',
  fontSize: 13,
  '& th, & td': { padding: '6px 12px', textAlign: 'left', verticalAlign: 'top', overflowWrap: 'anywhere' },
  '& thead th': { color: theme.look.textSoft, fontSize: 12, fontWeight: 540 },
  '& tbody th': { fontWeight: 420 },
  '& tbody tr': { borderTop: `1px solid ${theme.look.line}` },
  '& .number': { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' },
  '& th:first-of-type': { paddingLeft: 16 },
}));

export interface PlainColumn<Row> {
  readonly header: string;
  readonly number?: boolean | undefined;
  readonly render: (row: Row) => ReactNode;
}

/** A short table whose first column names its rows. */
export function PlainTable<Row>(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly PlainColumn<Row>[];
}) {
  const { label, rows, rowKey, columns } = props;
  return (
    <Table aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ header, number }) => (
            <th key={header} scope="col" className={number === true ? 'number' : undefined}>
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ header, number, render }, at) => {
              const className = number === true ? 'number' : undefined;
              return at === 0 ? (
                <th key={header} scope="row" className={className}>
                  {render(row)}
                </th>
              ) : (
                <td key={header} className={className}>
                  {render(row)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
