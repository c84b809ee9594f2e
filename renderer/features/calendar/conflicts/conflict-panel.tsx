import ArrowBackRounded from '@mui/icons-material/ArrowBackRounded';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useMemo } from 'react';
import { ConflictKind } from '../../../../shared/model/conflict.ts';
import { Severity } from '../../../../shared/model/severity.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import { useActions } from '../../../lib/actions.ts';
import { useOwnZone } from '../../../lib/display-zone.tsx';
import { formatInstant } from '../../../lib/format.ts';
import { AnswerTrouble } from '../../../ui/answer-view.tsx';
import { ConflictDetail } from '../../../ui/conflict-detail.tsx';
import { absentConflict, leftOutText, unjudgedText, unknownScopeText } from '../../../ui/conflict-limits.ts';
import { conflictLabel, severityLooks, waivedLook } from '../../../ui/conflict-looks.ts';
import { sidesText } from '../../../ui/conflict-words.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { SelectInput } from '../../../ui/form-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SeverityGlyph } from '../../../ui/severity-chip.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { StatusText } from '../../../ui/status-chip.tsx';
import type { CalendarSearch } from '../search.ts';
import { neighbour, type PanelRow, panelRows } from './panel-rows.ts';
import type { PlanConflicts } from './use-plan-conflicts.ts';

const severities = [
  { value: '', label: 'Any severity' },
  ...Severity.options.map((severity) => ({ value: severity, label: severityLooks[severity].label })),
] as const;

export interface ConflictPanelProps {
  readonly conflicts: PlanConflicts;
  readonly search: CalendarSearch;
  readonly readOnly: boolean;
  /** Whether a timeline is there to point on. */
  readonly canPoint: boolean;
  /** Looks at a conflict, or at the list again. */
  readonly onChoose: (key: string | undefined) => void;
  readonly onFilter: (changes: Pick<CalendarSearch, 'conflictKind' | 'severity'>) => void;
  readonly onClose: () => void;
}

function Row({ row, zone }: { row: PanelRow; zone: Zone }) {
  if (row.what === 'heading') {
    return (
      <Typography component="span" variant="subtitle2" sx={{ color: 'text.secondary' }}>
        {row.label}
      </Typography>
    );
  }
  const { conflict, waiver } = row.entry;
  const { severity } = conflict;
  const text = sidesText(conflict);
  return (
    <Box component="span" sx={{ display: 'flex', gap: 2, alignItems: 'flex-start', py: 1, lineHeight: '18px' }}>
      <Box component="span" sx={{ pt: '2px', display: 'flex' }}>
        <SeverityGlyph severity={severity} label={severityLooks[severity].label} />
      </Box>
      <Box component="span" sx={{ minWidth: 0, flex: 1, display: 'block' }}>
        <Box
          component="span"
          title={text}
          sx={{ display: 'block', fontWeight: 560, overflow: 'hidden', textOverflow: 'ellipsis' }}
        >
          {text}
        </Box>
        <Box
          component="span"
          sx={{ display: 'flex', gap: 2, color: 'text.secondary', fontSize: 12, overflow: 'hidden' }}
        >
          {waiver !== null && <StatusText look={waivedLook} />}
          <span>{formatInstant(conflict.at.start, zone, 'short')}</span>
          <Box component="span" sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
            {conflictLabel(conflict.kind)}
          </Box>
        </Box>
      </Box>
    </Box>
  );
}

function Filters({ conflicts, search, onFilter }: Pick<ConflictPanelProps, 'conflicts' | 'search' | 'onFilter'>) {
  const kinds = new Set(conflicts.all.map(({ conflict }) => conflict.kind));
  if (search.conflictKind !== undefined) kinds.add(search.conflictKind);
  const choices = [
    { value: '', label: 'Any kind' },
    ...ConflictKind.options
      .filter((kind) => kinds.has(kind))
      .map((kind) => ({ value: kind, label: conflictLabel(kind) })),
  ];
  return (
    <Box role="search" aria-label="Filter the conflicts" sx={{ display: 'flex', gap: 2, px: 4, pb: 3 }}>
      <Box sx={{ width: 132, flexShrink: 0 }}>
        <SelectInput
          hideLabel
          label="Severity"
          value={search.severity ?? ''}
          choices={severities}
          onChange={(severity) => onFilter({ severity: severity === '' ? undefined : severity })}
        />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <SelectInput
          hideLabel
          label="Kind"
          value={search.conflictKind ?? ''}
          choices={choices}
          onChange={(kind) => onFilter({ conflictKind: ConflictKind.safeParse(kind).data })}
        />
      </Box>
    </Box>
  );
}

function NoConflicts({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  if (filtered) {
    return (
      <EmptyState
        small
        icon={<VerifiedOutlined />}
        title="No conflict fits these filters"
        actions={
          <Button variant="outlined" onClick={onClear}>
            Show all
          </Button>
        }
      >
        There may be others.
      </EmptyState>
    );
  }
  return (
    <EmptyState small icon={<VerifiedOutlined />} title="The plan holds together">
      Two plans that cannot both hold are listed here as soon as there are any, and marked on the calendar.
    </EmptyState>
  );
}

/** The conflicts beside the calendar: their list, or one of them with both sides pointed at. */
export function ConflictPanel(props: ConflictPanelProps) {
  const { conflicts, search, readOnly, canPoint, onChoose, onFilter, onClose } = props;
  const zone = useOwnZone();
  const rows = useMemo(
    () => panelRows(conflicts.all, { conflictKind: search.conflictKind, severity: search.severity }),
    [conflicts.all, search.conflictKind, search.severity],
  );
  const { chosen, side, lookAt } = conflicts;
  const sides = Math.min(chosen?.conflict.sides.length ?? 0, 6);
  const step = (by: 1 | -1) => {
    const next = neighbour(rows, search.conflict, by);
    if (next !== null) onChoose(next.conflict.key);
  };
  const stepSide = (by: 1 | -1) => {
    const before = by === 1 ? -1 : sides;
    lookAt(((side?.at ?? before) + by + sides) % sides, true);
  };

  useActions([
    { name: 'calendar.conflicts.next', label: 'Next conflict', group: 'Calendar', keys: 'j', run: () => step(1) },
    { name: 'calendar.conflicts.before', label: 'Conflict before', group: 'Calendar', keys: 'k', run: () => step(-1) },
    {
      name: 'calendar.conflicts.side',
      label: 'Next side of the conflict',
      group: 'Calendar',
      keys: '.',
      enabled: canPoint && sides > 0,
      run: () => stepSide(1),
    },
    {
      name: 'calendar.conflicts.otherSide',
      label: 'Side of the conflict before',
      group: 'Calendar',
      keys: ',',
      enabled: canPoint && sides > 0,
      run: () => stepSide(-1),
    },
  ]);

  if (search.conflict !== undefined && conflicts.answer.kind !== 'loading') {
    const absent = absentConflict(conflicts.answer);
    return (
      <SidePanel
        title={chosen === null ? absent.title : sidesText(chosen.conflict)}
        kicker={chosen === null ? 'Conflict' : conflictLabel(chosen.conflict.kind)}
        actions={
          <>
            <Button startIcon={<ArrowBackRounded />} onClick={() => onChoose(undefined)}>
              All conflicts
            </Button>
            {rows.length > 1 && <Button onClick={() => step(1)}>Next</Button>}
          </>
        }
        onClose={onClose}
      >
        {chosen === null ? (
          <>
            <AnswerTrouble answer={conflicts.answer} padding={0} />
            {absent.text !== null && <Typography>{absent.text}</Typography>}
          </>
        ) : (
          <ConflictDetail
            key={chosen.conflict.key}
            entry={chosen}
            readOnly={readOnly}
            pointed={side?.at ?? null}
            onPoint={canPoint ? (at) => lookAt(at, false) : undefined}
            onResolved={() => onChoose(undefined)}
          />
        )}
      </SidePanel>
    );
  }

  const columns: readonly Column<PanelRow>[] = [
    { key: 'conflict', header: 'The most severe first', width: '1fr', render: (row) => <Row row={row} zone={zone} /> },
  ];
  const list = 'data' in conflicts.answer ? conflicts.answer.data : null;
  const unknown = (list === null ? [] : [unjudgedText(list, zone), unknownScopeText(list)]).filter(
    (text) => text !== null,
  );
  const leftOut = list === null ? null : leftOutText(list);
  const filtered = search.conflictKind !== undefined || search.severity !== undefined;
  return (
    <SidePanel
      flush
      title={conflicts.counting === 0 ? 'Conflicts' : `Conflicts ${conflicts.counting}`}
      onClose={onClose}
    >
      <AnswerTrouble answer={conflicts.answer} />
      {leftOut !== null && (
        <Box sx={{ px: 4, pb: 3 }}>
          <Notice tone="warning">{leftOut} Those left out are not marked on the calendar either.</Notice>
        </Box>
      )}
      {unknown.map((text) => (
        <Box key={text} sx={{ px: 4, pb: 3 }}>
          <Notice tone="info">{text}</Notice>
        </Box>
      ))}
      {(conflicts.all.length > 0 || filtered) && <Filters conflicts={conflicts} search={search} onFilter={onFilter} />}
      <DataTable
        label="Conflicts"
        rows={rows}
        rowKey={(row) => (row.what === 'heading' ? 'heading' : row.entry.conflict.key)}
        columns={columns}
        rowHeight={52}
        loading={conflicts.answer.kind === 'loading'}
        onOpen={(row) => row.what === 'conflict' && onChoose(row.entry.conflict.key)}
        empty={
          'data' in conflicts.answer && (
            <NoConflicts
              filtered={filtered}
              onClear={() => onFilter({ conflictKind: undefined, severity: undefined })}
            />
          )
        }
      />
    </SidePanel>
  );
}
