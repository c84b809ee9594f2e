import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import type { WaivableConflict } from '../../../shared/model/conflict.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { formatInstant, zoneName } from '../../lib/format.ts';
import { conflictLabel, waivedLook } from '../../ui/conflict-looks.ts';
import { sidesText, spanText } from '../../ui/conflict-words.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { SeverityChip } from '../../ui/severity-chip.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';

function Between({ entry: { conflict, waiver } }: { entry: WaivableConflict }) {
  const text = sidesText(conflict);
  return (
    <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
      <Box component="span" title={text} sx={{ fontWeight: 560, overflow: 'hidden', textOverflow: 'ellipsis' }}>
        {text}
      </Box>
      {waiver !== null && <StatusChip look={waivedLook} title={waiver.reason} />}
    </Box>
  );
}

function Soft({ text, title = text }: { text: string; title?: string }) {
  return (
    <Box component="span" title={title} sx={{ color: 'text.secondary' }}>
      {text}
    </Box>
  );
}

function columnsOf(zone: Zone, narrow: boolean): readonly Column<WaivableConflict>[] {
  const columns: readonly Column<WaivableConflict>[] = [
    {
      key: 'severity',
      header: 'Severity',
      width: '96px',
      render: ({ conflict }) => <SeverityChip severity={conflict.severity} />,
    },
    { key: 'sides', header: 'Between', width: 'minmax(180px, 1.6fr)', render: (entry) => <Between entry={entry} /> },
    {
      key: 'kind',
      header: 'Kind',
      width: 'minmax(120px, 1fr)',
      render: ({ conflict }) => <Soft text={conflictLabel(conflict.kind)} />,
    },
    {
      key: 'at',
      header: 'When',
      width: '148px',
      render: ({ conflict: { at } }) => (
        <Soft
          text={`${formatInstant(at.start, zone, 'short')} ${zoneName(zone, at.start)}`}
          title={spanText(at, zone)}
        />
      ),
    },
    {
      key: 'rule',
      header: 'Rule',
      width: 'minmax(160px, 1.8fr)',
      render: ({ conflict }) => <Soft text={conflict.rule} />,
    },
  ];
  return narrow ? columns.filter(({ key }) => key !== 'rule') : columns;
}

/** Conflicts, one a row. */
export function ConflictTable(props: {
  readonly rows: readonly WaivableConflict[];
  readonly selectedKey: string | null;
  readonly narrow: boolean;
  readonly loading?: boolean;
  readonly onOpen?: (entry: WaivableConflict) => void;
  readonly empty?: ReactNode;
}) {
  const { narrow, ...rest } = props;
  const zone = useOwnZone();
  return (
    <DataTable label="Conflicts" rowKey={({ conflict }) => conflict.key} columns={columnsOf(zone, narrow)} {...rest} />
  );
}
