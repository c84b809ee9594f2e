import type { ImportedThingRow } from '../../../shared/contract/exchange.ts';
import { RELEASE_FIELDS } from '../../../shared/domain/exchange/release-fields.ts';
import { guessMapping, missingFields, readMapped, type Table } from '../../../shared/domain/exchange/table-mapping.ts';
import { THING_FIELDS } from '../../../shared/domain/exchange/thing-fields.ts';
import { foldText } from '../../../shared/domain/text/fold-text.ts';
import type { ImportedThings, ThingKind } from '../../../shared/model/imported-things.ts';
import { Zone } from '../../../shared/model/time.ts';
import { formatCount } from '../../lib/format.ts';
import type { ProblemRow, TableTerms } from './plan-of-table.ts';
import { cellsWords, type PreviewRow } from './view-model.ts';

/** What a table may hold. */
export type TableContent = 'releases' | ThingKind;

/** What a table may hold, by how it is called. */
export const CONTENTS: readonly { readonly value: TableContent; readonly label: string }[] = [
  { value: 'releases', label: 'Releases and milestones' },
  { value: 'team', label: 'Teams' },
  { value: 'person', label: 'People' },
  { value: 'service', label: 'Services' },
  { value: 'environment', label: 'Environments' },
  { value: 'booking', label: 'Bookings' },
  { value: 'schedule-rule', label: 'Windows, freezes and maintenance' },
];

/** What a table most likely holds: that whose fields most of its columns are; releases, where nothing is likelier. */
export function guessContent({ headers }: Pick<Table, 'headers'>): TableContent {
  let [likeliest, most]: [TableContent, number] = ['releases', 0];
  for (const { value } of CONTENTS) {
    const fields = value === 'releases' ? RELEASE_FIELDS : THING_FIELDS[value];
    const mapping = guessMapping(headers, fields);
    const known = mapping.filter((field) => field !== null).length;
    if (known > most && missingFields(fields, mapping).length === 0) [likeliest, most] = [value, known];
  }
  return likeliest;
}

const COUNTED: Readonly<Record<ThingKind, readonly [string, string]>> = {
  team: ['team', 'teams'],
  person: ['person', 'people'],
  service: ['service', 'services'],
  environment: ['environment', 'environments'],
  booking: ['booking', 'bookings'],
  'schedule-rule': ['rule', 'rules'],
};

const MOST_ROWS = 2_000;

/** A table as things of one kind, and its rows that cannot be. */
export interface ThingTable {
  /** Null where no row can be taken, or more than one import takes. */
  readonly things: ImportedThings | null;
  readonly problems: readonly ProblemRow[];
  /** What is read otherwise than it is written, by line. */
  readonly readAs: ReadonlyMap<number, string>;
  /** Why nothing is taken although rows can be read; null where that is not so. */
  readonly refusal: string | null;
}

function bare(text: string): string {
  return foldText(text).replaceAll(/[^\p{L}\p{N}]+/gu, '');
}

/** The words of a row that stand for others: `Kind “uat”, read as staging`. */
function readAsWords(
  kind: ThingKind,
  values: Readonly<Record<string, string>>,
  cellOf: (key: string) => string,
): string {
  const choices = THING_FIELDS[kind].filter((field) => field.kind === 'choice');
  const said = choices.flatMap(({ key, label }) => {
    const [text, value] = [cellOf(key).trim(), values[key] ?? ''];
    return value === '' || bare(text) === bare(value) ? [] : [`${label} “${text}”, read as ${value}`];
  });
  return said.join(' · ');
}

/** Makes things of a table, row by row, on the clock that a row names or else that of the workspace. */
export function thingsOfTable(
  table: Table,
  kind: ThingKind,
  { terms: { mapping, order }, zone }: { readonly terms: TableTerms; readonly zone: Zone },
): ThingTable {
  if (table.rows.length > MOST_ROWS) {
    const refusal = `The table has ${formatCount(table.rows.length, 'row')}; one import takes 2,000. Split the file.`;
    return { things: null, problems: [], readAs: new Map(), refusal };
  }
  const zoneOf = (cellOf: (key: string) => string) => Zone.safeParse(cellOf('zone')).data ?? zone;
  const read = readMapped(table, { fields: THING_FIELDS[kind], mapping, order, zoneOf });
  const problems = read
    .filter((row) => row.problems.length > 0)
    .map((row) => ({
      line: row.line,
      name: row.values.name || row.values.release || '(no name)',
      problems: row.problems,
    }));
  const rows = read
    .filter((row) => row.problems.length === 0)
    .map(({ line, values }) => ({
      line,
      values: Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')),
    }));
  const readAs = new Map(
    read.map(({ line, values }, index) => {
      const cellOf = (key: string) => table.rows[index]?.cells[mapping.indexOf(key)] ?? '';
      return [line, readAsWords(kind, values, cellOf)] as const;
    }),
  );
  return { things: rows.length === 0 ? null : { kind, rows }, problems, readAs, refusal: null };
}

/** The preview's lines of a table of things: first what is wrong in the file, then what would happen. */
export function thingRows(
  { problems, readAs }: Pick<ThingTable, 'problems' | 'readAs'>,
  rows: readonly ImportedThingRow[],
): readonly PreviewRow[] {
  const none = { train: '', day: null, keeps: false };
  const wrong = problems.map(({ line, name, problems: cells }) => {
    return {
      ...none,
      key: `problem-${line}`,
      uid: null,
      line,
      state: 'problem' as const,
      name,
      says: cellsWords(cells),
    };
  });
  const met = rows.map(({ line, name, state, changed, problem }) => {
    const known = state === 'new' ? 'would be made' : changed.join(' · ') || 'as it is here';
    const told = [known, readAs.get(line) ?? ''].filter((part) => part !== '').join(' · ');
    const says = problem === null ? told : `${problem.message} ${problem.remedy}`;
    const uid = state === 'new' || state === 'changed' ? String(line) : null;
    return { ...none, key: `row-${line}`, uid, line, state, name, says };
  });
  return [
    ...wrong,
    ...met.filter(({ state }) => state === 'problem'),
    ...met.filter(({ state }) => state !== 'problem'),
  ];
}

/** What the button says: `Import 3 teams`. */
export function thingsLabel(kind: ThingKind, count: number): string {
  return `Import ${formatCount(count, ...COUNTED[kind])}`;
}
