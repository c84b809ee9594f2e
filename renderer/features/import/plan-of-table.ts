import type { DayOrder } from '../../../shared/domain/exchange/read-day.ts';
import { RELEASE_FIELDS } from '../../../shared/domain/exchange/release-fields.ts';
import { kindOf } from '../../../shared/domain/exchange/schedules/schedule.ts';
import {
  type CellProblem,
  type ColumnMapping,
  type MappedRow,
  readMapped,
  type Table,
} from '../../../shared/domain/exchange/table-mapping.ts';
import { ImportedPlan, ImportedRelease, MOST_IMPORTED } from '../../../shared/model/imported-plan.ts';
import { issueInWords } from '../../../shared/model/issue-words.ts';
import type { Zone } from '../../../shared/model/time.ts';

/** How a table of releases is to be read. */
export interface TableTerms {
  readonly mapping: ColumnMapping;
  readonly order: DayOrder | null;
  /** The train of rows that name none; empty where every row must. */
  readonly train: string;
}

/** The clock of a train by its name; of one that would be made, the workspace's. */
export type ZoneOfTrain = (name: string) => Zone;

/** A row that cannot be taken, with all that is wrong with it. */
export interface ProblemRow {
  readonly line: number;
  readonly name: string;
  readonly problems: readonly CellProblem[];
}

/** A table as a plan, and its rows that cannot be. */
export interface TablePlan {
  /** Null where no row can be taken, or more than one import takes. */
  readonly plan: ImportedPlan | null;
  readonly problems: readonly ProblemRow[];
  /** Why nothing is taken although rows can be read; null where that is not so. */
  readonly refusal: string | null;
}

/** The longest that a plan may be on its way: what a call may carry, less what surrounds it. */
const LONGEST_PLAN = 900_000;
/** More rows than this are not looked at: so many cannot be taken, whatever is wrong with some of them. */
const MOST_LOOKED_AT = 4 * MOST_IMPORTED;

/** One line of writing: what files have as line breaks and control characters in names is space. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
}

function milestonesOf({ several }: MappedRow): readonly unknown[] {
  const names = new Map<string, number>();
  return several.map(({ column, value }) => {
    const name = oneLine(column).slice(0, 76) || 'Milestone';
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    const own = count === 1 ? name : `${name} ${count}`;
    return { uid: own.toLowerCase(), kind: kindOf(own), name: own, start: value, end: null };
  });
}

function candidateOf(row: MappedRow, train: string) {
  const { values, line } = row;
  const name = oneLine(values.name ?? '');
  const home = oneLine(values.train ?? '') || oneLine(train);
  return {
    uid: oneLine(values.uid ?? '') || `${home} / ${name}`,
    line,
    train: home,
    name,
    day: values.day,
    time: values.time || null,
    state: values.state || null,
    notes: values.notes || null,
    milestones: milestonesOf(row),
  };
}

function labelOf(path: PropertyKey | undefined): string {
  return RELEASE_FIELDS.find(({ key }) => key === path)?.label ?? String(path ?? '');
}

function readRow(row: MappedRow, train: string): ImportedRelease | ProblemRow {
  const name = oneLine(row.values.name ?? '') || '(no name)';
  const { line } = row;
  const wanted = candidateOf(row, train);
  const problems = [...row.problems];
  if (wanted.train === '') {
    const remedy = 'Fill it in, or choose a train for rows that name none.';
    problems.push({ line, column: 'Train', value: '', message: 'The row names no train.', remedy });
  }
  if (problems.length > 0) return { line, name, problems };
  const read = ImportedRelease.safeParse(wanted);
  if (read.success) return read.data;
  const said = read.error.issues.map((issue) => ({
    line,
    column: labelOf(issue.path[0]),
    value: '',
    message: `This does not fit: ${issueInWords(issue)}.`,
    remedy: 'Correct it in the file.',
  }));
  return { line, name, problems: said };
}

function tooMany(count: number, what: string): string {
  const [have, most] = [count, MOST_IMPORTED].map((one) => one.toLocaleString('en'));
  return `The table has ${have} ${what}; one import takes ${most} releases. Split the file.`;
}

/** Makes a plan of a table of releases, row by row; a row with something wrong in it is left out and said. */
export function planOfTable(table: Table, { mapping, order, train }: TableTerms, zoneOfTrain: ZoneOfTrain): TablePlan {
  if (table.rows.length > MOST_LOOKED_AT) {
    return { plan: null, problems: [], refusal: tooMany(table.rows.length, 'rows') };
  }
  const zoneOf = (cellOf: (key: string) => string) => zoneOfTrain(oneLine(cellOf('train')) || oneLine(train));
  const read = readMapped(table, { fields: RELEASE_FIELDS, mapping, order, zoneOf });
  const rows = read.map((row) => readRow(row, train));
  const problems = rows.filter((row) => 'problems' in row);
  const releases = rows.filter((row) => !('problems' in row));
  if (releases.length === 0) return { plan: null, problems, refusal: null };
  if (releases.length > MOST_IMPORTED) {
    return { plan: null, problems, refusal: tooMany(releases.length, 'releases') };
  }
  const plan = ImportedPlan.parse({ source: 'table', attribution: null, zone: null, releases });
  if (JSON.stringify(plan).length > LONGEST_PLAN) {
    return {
      plan: null,
      problems,
      refusal: 'The table is longer than one import takes. Split it, or leave out its notes.',
    };
  }
  return { plan, problems, refusal: null };
}
