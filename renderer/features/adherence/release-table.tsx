import type { Adherence, ScopeChurn } from '../../../shared/model/adherence.ts';
import { formatDay } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { type AdherenceRow, rowOf } from './view-model.ts';

interface ListedRow extends AdherenceRow {
  readonly churn: ScopeChurn | undefined;
}

function churnText(churn: ScopeChurn | undefined): string {
  if (churn === undefined) return '';
  return `+${churn.added} −${churn.dropped + churn.bumped}`;
}

const columns: readonly Column<ListedRow>[] = [
  { key: 'release', header: 'Release', width: 'minmax(160px, 2fr)', render: ({ name }) => name },
  {
    key: 'planned',
    header: 'Baseline',
    width: '136px',
    render: ({ planned }) => (planned === null ? '' : formatDay(planned)),
  },
  {
    key: 'actual',
    header: 'Departed',
    width: '136px',
    render: ({ actual }) => (actual === null ? '' : formatDay(actual)),
  },
  { key: 'slip', header: 'Slip', width: '64px', align: 'end', render: ({ slip }) => slip ?? '' },
  { key: 'outcome', header: 'Outcome', width: 'minmax(180px, 2fr)', render: ({ outcome }) => outcome },
  { key: 'scope', header: 'After cut-off', width: '110px', align: 'end', render: ({ churn }) => churnText(churn) },
];

function dayOf({ actual, planned }: AdherenceRow): string {
  return actual ?? planned ?? '';
}

export interface ReleaseTableProps {
  readonly adherence: Adherence;
  readonly churn: readonly ScopeChurn[];
  readonly openKey: string | null;
  readonly onOpen: (key: string) => void;
}

/** Every release of the report as a row, the latest first. */
export function ReleaseTable({ adherence, churn, openKey, onOpen }: ReleaseTableProps) {
  const byRelease = new Map(churn.map((one) => [one.releaseId as string, one]));
  const rows = adherence.releases
    .map((release) => ({
      ...rowOf(release, adherence.terms.unit),
      churn: release.releaseId === null ? undefined : byRelease.get(release.releaseId),
    }))
    .toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
  return (
    <DataTable
      label="Releases against their baseline"
      rows={rows}
      rowKey={({ key }) => key}
      columns={columns}
      selectedKey={openKey}
      onOpen={({ key }) => onOpen(key)}
    />
  );
}
