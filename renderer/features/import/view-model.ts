import type { PlanRow } from '../../../shared/contract/exchange.ts';
import type { LeftOut } from '../../../shared/domain/exchange/schedules/schedule.ts';
import type { CellProblem } from '../../../shared/domain/exchange/table-mapping.ts';
import type { FeedPlan } from '../../../shared/model/feed.ts';
import type { Day } from '../../../shared/model/time.ts';
import { formatNumber } from '../../lib/format.ts';
import type { OpenedFile, ScheduleKind } from '../../lib/open-file/read-file.ts';
import type { ProblemRow } from './plan-of-table.ts';

export type RowState = PlanRow['state'];

/** A line of the preview. */
export interface PreviewRow {
  readonly key: string;
  /** What it is accepted by; null for what cannot be taken. */
  readonly uid: string | null;
  readonly line: number | null;
  readonly state: RowState;
  readonly train: string;
  readonly name: string;
  /** Null for what has none. */
  readonly day: Day | null;
  /** What would happen, or what is wrong, in words. */
  readonly says: string;
  /** Whether something was changed by hand here and stays. */
  readonly keeps: boolean;
}

function cellWords({ column, value, message, remedy }: CellProblem): string {
  const shown = value === '' ? '' : ` “${value.length > 40 ? `${value.slice(0, 39)}…` : value}”`;
  return `${column}${shown}: ${message} ${remedy}`;
}

/** What is wrong with the cells of a row, in words. */
export function cellsWords(cells: readonly CellProblem[]): string {
  return cells.map(cellWords).join(' · ');
}

function saysOf(row: PlanRow): string {
  if (row.problem !== null) return `${row.problem.message} ${row.problem.remedy}`;
  if (row.state === 'new') return 'would be made';
  return [...row.changed, ...row.kept.map((one) => `stays: ${one}`)].join(' · ') || 'as it is here';
}

/** The preview's lines: first what is wrong in the file, then what would happen, each in the file's order. */
export function previewRows(problems: readonly ProblemRow[], rows: readonly PlanRow[]): readonly PreviewRow[] {
  const wrong = problems.map(({ line, name, problems: cells }, index) => ({
    key: `problem-${line}-${index}`,
    uid: null,
    line,
    state: 'problem' as const,
    train: '',
    name,
    day: null,
    says: cellsWords(cells),
    keeps: false,
  }));
  const planned = rows.map((row, index) => ({
    key: `row-${index}`,
    uid: row.state === 'new' || row.state === 'changed' ? row.uid : null,
    line: row.line,
    state: row.state,
    train: row.train,
    name: row.name,
    day: row.day,
    says: saysOf(row),
    keeps: row.kept.length > 0,
  }));
  return [
    ...wrong,
    ...planned.filter(({ state }) => state === 'problem'),
    ...planned.filter(({ state }) => state !== 'problem'),
  ];
}

/** How many lines there are of each state. */
export function countStates(rows: readonly PreviewRow[]): Readonly<Record<RowState, number>> {
  const counts = { new: 0, changed: 0, same: 0, problem: 0 };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}

/** The uids of the lines that are taken: all that can be, but those that were left out. */
export function acceptedUids(rows: readonly PreviewRow[], leftOut: ReadonlySet<string>): readonly string[] {
  return rows.flatMap(({ uid }) => (uid === null || leftOut.has(uid) ? [] : [uid]));
}

/** The lines that are left out, with one of them taken out or in again. */
export function toggled(leftOut: ReadonlySet<string>, uid: string): ReadonlySet<string> {
  const next = new Set(leftOut);
  if (!next.delete(uid)) next.add(uid);
  return next;
}

/** What the button says: `Import 12 releases`. */
export function importLabel(count: number): string {
  return count === 1 ? 'Import 1 release' : `Import ${formatNumber(count)} releases`;
}

/** What of a schedule is not taken, in one sentence; null where all of it is. */
export function leftOutWords(leftOut: readonly LeftOut[]): string | null {
  if (leftOut.length === 0) return null;
  const shown = leftOut.slice(0, 3).map(({ name, reason }) => `${name} (${reason})`);
  const more = leftOut.length - shown.length;
  return `Not taken from the file: ${shown.join(', ')}${more > 0 ? ` and ${formatNumber(more)} more` : ''}.`;
}

const SCHEDULES: Readonly<Record<ScheduleKind, string>> = {
  openstack: 'OpenStack',
  kubernetes: 'Kubernetes',
  node: 'Node.js',
  python: 'Python',
  firefox: 'Firefox',
};

/** What a file turned out to be, in a line. */
export function fileWords(file: OpenedFile): string {
  if (file.kind === 'schedule') {
    const { kind, plan } = file.schedule;
    const count = plan.releases.length;
    return `${file.name}: a schedule of ${SCHEDULES[kind]}, ${count === 1 ? '1 release' : `${formatNumber(count)} releases`}`;
  }
  const [{ table }] = file.sheets;
  const rows = table.rows.length === 1 ? '1 row' : `${formatNumber(table.rows.length)} rows`;
  if (file.encoding !== null) return `${file.name}: a table of ${rows}, ${file.encoding}`;
  return `${file.name}: a workbook${file.sheets.length > 1 ? ` of ${file.sheets.length} sheets` : `, ${rows}`}`;
}

/** A feed as the core lists it. */
export interface ListedFeed extends FeedPlan {
  readonly id: string;
  readonly path: string;
}

/** The address at which calendar programs on this machine read a feed. */
export function feedAddress(origin: string, { path }: Pick<ListedFeed, 'path'>): string {
  return `${origin}${path}`;
}
