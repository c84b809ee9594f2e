import type { ImportedRelease } from '../../../../shared/model/imported-plan.ts';
import type { Change } from '../../../../shared/model/journal.ts';
import type { Milestone, Release } from '../../../../shared/model/release.ts';
import type { ScheduleRule } from '../../../../shared/model/schedule-rule.ts';
import { canonicalJson } from '../canonical.ts';
import type { ReadDb } from '../database.ts';
import { changesOf, revertedBy } from '../journal.ts';
import { sql } from '../sql.ts';

/** What imports wrote of things, by id: of each field what was written last, and nothing of a field that none wrote. */
type Images<T> = ReadonlyMap<string, Partial<T>>;

/** What the imports that stand wrote last, by id. */
export interface ImportedImages {
  readonly releases: Images<Release>;
  readonly milestones: Images<Milestone>;
  /** The releases that imports from one source wrote. */
  readonly ofSource: ReadonlySet<string>;
  /** What imports from that source said last, taken or not, by uid. */
  readonly said: ReadonlyMap<string, ImportedRelease>;
}

/** Whether an entry holds: it was not taken back, or its taking back was. */
function stands(db: ReadDb, seq: number): boolean {
  const later = revertedBy(db, seq);
  return later === null || !stands(db, later);
}

/** The releases of an import's input; none where it is of another source. */
function releasesSaid(input: string, source: string): readonly ImportedRelease[] | null {
  const read: unknown = JSON.parse(input);
  const isOfSource = typeof read === 'object' && read !== null && 'source' in read && read.source === source;
  // The contract let nothing else in.
  return isOfSource && 'releases' in read ? (read.releases as readonly ImportedRelease[]) : null;
}

interface StandingImport {
  readonly input: string;
  readonly changes: readonly Change[];
}

/** The imports of one command that stand, oldest first. */
function* standingImports(
  db: ReadDb,
  command: 'exchange.importPlan' | 'exchange.importCalendar',
): Generator<StandingImport> {
  const rows = db.all<{ seq: number; input: string; changes: string }>(
    sql`SELECT seq, input, changes FROM journal WHERE command = ${command} ORDER BY seq`,
  );
  for (const { seq, input, changes } of rows) {
    if (stands(db, seq)) yield { input, changes: changesOf({ changes }) ?? [] };
  }
}

/** An image with what a change wrote: a field that the change left as it was may have been set by hand before. */
function withChange<T>(image: Partial<T> | undefined, { before, after }: Change): Partial<T> {
  const isWritten = ([field, value]: [string, unknown]) =>
    before === null || canonicalJson(before[field] ?? null) !== canonicalJson(value);
  const written = Object.entries(after ?? {}).filter(isWritten);
  // The journal's images are the decisions as they were written.
  return { ...image, ...(Object.fromEntries(written) as Partial<T>) };
}

/** Reads from the journal what imports of plans wrote: there, and nowhere else, it is known what was changed by hand since. */
export function importedImages(db: ReadDb, source: string): ImportedImages {
  const releases = new Map<string, Partial<Release>>();
  const milestones = new Map<string, Partial<Milestone>>();
  const ofSource = new Set<string>();
  const said = new Map<string, ImportedRelease>();
  for (const { input, changes } of standingImports(db, 'exchange.importPlan')) {
    const wanted = releasesSaid(input, source);
    for (const release of wanted ?? []) said.set(release.uid, release);
    for (const change of changes) {
      const { kind, id, after } = change;
      if (after === null) continue;
      if (kind === 'release') releases.set(id, withChange(releases.get(id), change));
      if (kind === 'milestone') milestones.set(id, withChange(milestones.get(id), change));
      if (kind === 'release' && wanted !== null) ofSource.add(id);
    }
  }
  return { releases, milestones, ofSource, said };
}

/** Reads from the journal what imports of calendars wrote of windows, freezes and maintenance. */
export function importedRules(db: ReadDb): Images<ScheduleRule> {
  const rules = new Map<string, Partial<ScheduleRule>>();
  for (const { changes } of standingImports(db, 'exchange.importCalendar')) {
    for (const change of changes) {
      const { kind, id, after } = change;
      if (kind === 'schedule-rule' && after !== null) rules.set(id, withChange(rules.get(id), change));
    }
  }
  return rules;
}

/** The text of the calendar as it was last taken by an import that stands; null where none was. */
export function lastCalendarText(db: ReadDb, calendar: string): string | null {
  const rows = db.all<{ seq: number }>(sql`
    SELECT seq FROM journal
    WHERE command = 'exchange.importCalendar' AND json_extract(input, '$.calendar') = ${calendar} ORDER BY seq DESC`);
  const last = rows.find(({ seq }) => stands(db, seq));
  if (last === undefined) return null;
  const said = db.get<{ text: string }>(sql`
    SELECT json_extract(input, '$.text') AS text FROM journal WHERE seq = ${last.seq}`);
  return said?.text ?? null;
}
