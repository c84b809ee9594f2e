import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';

export interface FigureRow {
  readonly key: string;
  readonly cells: readonly ReactNode[];
  /** What the first cell leads to. */
  readonly onOpen?: (() => void) | undefined;
  readonly chosen?: boolean | undefined;
}

export interface FigureTableProps {
  readonly label: string;
  readonly head: readonly string[];
  readonly rows: readonly FigureRow[];
}

/** The figures of a picture as a table; its first column leads to what is behind them. */
export function FigureTable({ label, head, rows }: FigureTableProps) {
  return (
    <TableContainer tabIndex={0} role="group" aria-label={label} sx={{ maxHeight: 420 }}>
      <Table size="small" stickyHeader aria-label={label}>
        <TableHead>
          <TableRow>
            {head.map((name) => (
              <TableCell key={name}>{name}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map(({ key, cells, onOpen, chosen }) => (
            <TableRow key={key} selected={chosen ?? false}>
              {cells.map((cell, at) => (
                <TableCell key={head[at] ?? ''} sx={{ fontVariantNumeric: 'tabular-nums' }}>
                  {at === 0 && onOpen !== undefined ? (
                    <Button size="small" onClick={onOpen} sx={{ ml: -1.5, justifyContent: 'flex-start' }}>
                      {cell}
                    </Button>
                  ) : (
                    cell
                  )}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
