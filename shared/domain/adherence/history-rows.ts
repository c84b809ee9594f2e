import type { PlanObservation } from '../../model/baseline.ts';
import { Day } from '../../model/time.ts';
import type { CellProblem, MappedRow, TableField } from '../exchange/table-mapping.ts';

/** One thing that a history says: the day of a release, as it was seen on some day. */
export type HistoryRow = Pick<PlanObservation, 'releaseName' | 'day' | 'observedOn' | 'actual'>;

function field(key: string, label: string, words: readonly string[], rest: Partial<TableField> = {}): TableField {
  return { key, label, words, kind: 'day', required: false, several: false, choices: [], ...rest };
}

/** What the columns of a plan's history can be. */
export const historyFields: readonly TableField[] = [
  field('release', 'Release', ['version', 'stage', 'milestone', 'name', 'train'], { kind: 'text', required: true }),
  field('actual', 'Day of departure', ['actual release date', 'actual date', 'released on', 'departed', 'departure']),
  field('day', 'Planned day', ['planned release date', 'planned', 'date', 'planned date', 'due', 'target'], {
    required: true,
  }),
  field('observed', 'Seen on', ['observed on', 'observed', 'snapshot', 'snapshot date', 'as of', 'published'], {
    required: true,
  }),
  field('state', 'Planned or departed', ['state', 'status', 'kind'], {
    kind: 'choice',
    choices: [
      { value: 'planned', words: ['expected', 'plan', 'no', 'false', 'planned'] },
      { value: 'departed', words: ['actual', 'released', 'done', 'yes', 'true', 'shipped'] },
    ],
  }),
];

/** What a history says, and what is wrong with it; `rows` leave out those with problems. */
export interface HistoryRead {
  readonly rows: readonly HistoryRow[];
  readonly problems: readonly CellProblem[];
}

const LONGEST_NAME = 160;

function dayOf(text: string | undefined): Day | null {
  const read = Day.safeParse(text);
  return read.success ? read.data : null;
}

function isDeparted(row: HistoryRow): boolean {
  return row.actual;
}

/**
 * What each row of a file says of a release. A row may say two things: the day that was planned, and, in a column of its own,
 * the day of departure, which was seen on itself and is told once a release however many rows repeat it.
 */
export function historyRows(mapped: readonly MappedRow[]): HistoryRead {
  const rows: HistoryRow[] = [];
  const problems: CellProblem[] = [];
  const departures = new Map<string, HistoryRow>();
  for (const { line, values, problems: found } of mapped) {
    problems.push(...found);
    const { release: releaseName = '' } = values;
    const [day, observedOn, departed] = [values.day, values.observed, values.actual].map(dayOf);
    if (found.length > 0 || !day || !observedOn) continue;
    if (releaseName.length > LONGEST_NAME) {
      const message = `The name is longer than ${LONGEST_NAME} characters.`;
      problems.push({ line, column: 'Release', value: releaseName, message, remedy: 'Shorten it in the file.' });
      continue;
    }
    rows.push({ releaseName, day, observedOn, actual: values.state === 'departed' });
    if (departed)
      departures.set(`${releaseName} ${departed}`, { releaseName, day: departed, observedOn: departed, actual: true });
  }
  const told = new Set(rows.filter(isDeparted).map(({ releaseName, day }) => `${releaseName} ${day}`));
  return { rows: [...rows, ...[...departures].filter(([key]) => !told.has(key)).map(([, row]) => row)], problems };
}
