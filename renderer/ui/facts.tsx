import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { type } from './tokens.ts';

const List = styled('dl')({
  display: 'grid',
  gridTemplateColumns: '104px minmax(0, 1fr)',
  columnGap: 16,
  rowGap: 6,
  margin: 0,
});

const Name = styled('dt')(({ theme }) => ({
  color: theme.look.textSoft,
  fontSize: type.small.size,
  lineHeight: '20px',
}));
const Value = styled('dd')({ margin: 0, minWidth: 0, overflowWrap: 'anywhere' });

export type Fact = readonly [name: string, value: ReactNode];

/** Names and values in two columns; an empty value is left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <List>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([name, value]) => [
          <Name key={`${name} name`}>{name}</Name>,
          <Value key={`${name} value`}>{value}</Value>,
        ])}
    </List>
  );
}
