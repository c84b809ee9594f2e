import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { ScheduleRule } from '../../../shared/model/schedule-rule.ts';
import { capital } from '../../lib/format.ts';
import { clockWords, whenWords } from '../../lib/when-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { KindMark } from './kind-mark.tsx';
import { kindLooks } from './kinds.ts';
import { type Names, scopeWords } from './names.ts';

function Quiet({ text }: { text: string }) {
  return (
    <Box component="span" sx={{ color: 'text.secondary' }} title={text}>
      {text}
    </Box>
  );
}

function columnsFor(names: Names, narrow: boolean): readonly Column<ScheduleRule>[] {
  const all: readonly Column<ScheduleRule>[] = [
    {
      key: 'kind',
      header: 'Kind',
      width: '108px',
      render: ({ kind }) => (
        <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 2 }}>
          <KindMark kind={kind} />
          {kindLooks[kind].label}
        </Box>
      ),
    },
    {
      key: 'name',
      header: 'Name',
      width: 'minmax(110px, 1.1fr)',
      render: ({ name }) => (
        <Box component="span" sx={{ fontWeight: 560 }} title={name}>
          {name}
        </Box>
      ),
    },
    {
      key: 'scope',
      header: 'About',
      width: 'minmax(90px, 1fr)',
      render: ({ scope }) => <Quiet text={capital(scopeWords(scope, names))} />,
    },
    {
      key: 'when',
      header: 'When',
      width: 'minmax(150px, 1.8fr)',
      render: ({ holds }) => <span title={capital(whenWords(holds))}>{capital(whenWords(holds))}</span>,
    },
    {
      key: 'clock',
      header: 'Clock',
      width: 'minmax(70px, 0.7fr)',
      render: ({ holds }) => <Quiet text={clockWords(holds)} />,
    },
    { key: 'owner', header: 'Owner', width: 'minmax(56px, 0.5fr)', render: ({ owner }) => <Quiet text={owner} /> },
    {
      key: 'reason',
      header: 'Reason',
      width: 'minmax(70px, 1fr)',
      render: ({ reason }) => <Quiet text={reason} />,
    },
    {
      key: 'calendar',
      header: 'Calendar',
      width: 'minmax(50px, 0.6fr)',
      render: ({ source }) => <Quiet text={source?.calendar ?? ''} />,
    },
  ];
  return narrow ? all.filter(({ key }) => ['kind', 'name', 'when'].includes(key)) : all;
}

export interface RulesTableProps {
  readonly rules: readonly ScheduleRule[];
  readonly names: Names;
  readonly loading: boolean;
  readonly narrow: boolean;
  readonly selected: string | null;
  readonly onOpen: (rule: ScheduleRule) => void;
  readonly empty: ReactNode;
}

/** Every rule that fits, with what it is about and when. */
export function RulesTable({ rules, names, loading, narrow, selected, onOpen, empty }: RulesTableProps) {
  return (
    <DataTable
      label="Windows and freezes"
      rows={rules}
      rowKey={({ id }) => id}
      columns={columnsFor(names, narrow)}
      loading={loading}
      selectedKey={selected}
      onOpen={onOpen}
      empty={empty}
    />
  );
}
