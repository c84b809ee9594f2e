import type { ImportedThingRow } from '../../../shared/contract/exchange.ts';
import { localsWords, localWords } from '../../../shared/domain/calendar/time-words.ts';
import { importWords } from '../../../shared/domain/exchange/import-words.ts';
import { THING_FIELDS } from '../../../shared/domain/exchange/thing-fields.ts';
import { meaningsOf } from '../../../shared/domain/exchange/told-apart.ts';
import { whenProblems } from '../../../shared/domain/freezes/check-when.ts';
import { foldText } from '../../../shared/domain/text/fold-text.ts';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import type { Booking, Environment } from '../../../shared/model/environment.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { ImportedThings, ThingKind, ThingRow } from '../../../shared/model/imported-things.ts';
import { issueInWords } from '../../../shared/model/issue-words.ts';
import type { When } from '../../../shared/model/schedule-rule.ts';
import { LocalTime } from '../../../shared/model/time.ts';
import { canonicalJson } from '../db/canonical.ts';
import type { ReadDb } from '../db/database.ts';
import { allPeople, allServices, allTeams } from '../db/repositories/catalogue.ts';
import { allBookings, allEnvironments } from '../db/repositories/environments.ts';
import { releasesOfTrain } from '../db/repositories/releases.ts';
import { allScheduleRules } from '../db/repositories/schedule-rules.ts';
import { allTrains } from '../db/repositories/trains.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import type { CommandTools, Decision } from '../decide.ts';
import { causesOf } from './came-along.ts';
import { assertNotItself } from './catalogue.ts';
import { decisionOf } from './decision-of.ts';
import { bookingPlanOf, changeBooking, makeBooking, ringProblem } from './environments.ts';
import { putNamed } from './named-decisions.ts';
import { assertStaysFreeze } from './overridden-freeze.ts';
import {
  type Facts,
  factsOf,
  type Known,
  type KnownBy,
  type NamedRelease,
  type PlannedBooking,
  type Reading,
  rowKnownBy,
  rowProblem,
  THING_SCHEMAS,
  type Thing,
  thingKnownBy,
  usualFacts,
} from './thing-facts.ts';

interface Step {
  readonly row: ImportedThingRow;
  readonly after: Thing | null;
}

function plannedBooking(booking: Booking): PlannedBooking {
  const { id, causedBy } = booking;
  return { ...bookingPlanOf(booking), id, causedBy };
}

type Everything = Readonly<Record<Exclude<ThingKind, 'booking'>, readonly Thing[]>> & {
  readonly booking: readonly PlannedBooking[];
};

function everything(db: ReadDb, kind: ThingKind): Everything {
  return {
    team: allTeams(db),
    person: allPeople(db),
    service: allServices(db),
    environment: allEnvironments(db),
    'schedule-rule': allScheduleRules(db),
    booking: kind === 'booking' ? allBookings(db).map(plannedBooking) : [],
  };
}

function namedReleases(db: ReadDb): readonly NamedRelease[] {
  return allTrains(db).flatMap((train) =>
    releasesOfTrain(db, train.id).map(({ id, name }) => ({ id, name, train: train.name })),
  );
}

const LABELS: Readonly<Record<string, string>> = {
  holds: 'Times',
  scope: 'What it is about',
  teamId: 'Team',
  releaseId: 'Release',
  environmentId: 'Environment',
  title: 'Title',
  startLocal: 'Start',
  endLocal: 'End',
  causedBy: 'Came along with',
};

function labelOf(kind: ThingKind, key: string): string {
  return LABELS[key] ?? THING_FIELDS[kind].find((field) => field.key === key)?.label ?? key;
}

function words(value: unknown, nameOf: (id: string) => string): string {
  if (Array.isArray(value)) return value.map((one) => nameOf(String(one))).join(', ') || 'nothing';
  if (typeof value === 'object' && value !== null && 'start' in value) {
    const { start, end } = value as Extract<When, { by: 'once' }>; // of a thing's facts, only times have a start
    return typeof start === 'object' ? localsWords(start.local, end.local) : 'other times';
  }
  if (typeof value === 'object' && value !== null) return 'other';
  if (value === null || value === '' || value === undefined) return 'nothing';
  const moment = LocalTime.safeParse(value);
  return moment.success ? localWords(moment.data) : nameOf(String(value));
}

function assertMakesSense(db: ReadDb, after: Thing): void {
  if ('dependsOn' in after) assertNotItself(after);
  if ('holds' in after) assertStaysFreeze(db, after);
  const [problem] = 'holds' in after ? whenProblems(after.holds) : [];
  if (problem !== undefined) throw rowProblem(problem.problem, 'Correct it in the file.');
}

function refused(row: ImportedThingRow, { message, remedy }: Failure): Step {
  return { after: null, row: { ...row, changed: [], state: 'problem', problem: { message, remedy: remedy ?? '' } } };
}

/** Refuses what would stand on itself, once it is known what all rows make. */
function withoutRings(steps: readonly Step[], environments: readonly Environment[]): readonly Step[] {
  const made = steps.flatMap(({ after }) => (after !== null && 'parents' in after ? [after] : []));
  const all = [...new Map([...environments, ...made].map((one) => [one.id, one] as const)).values()];
  return steps.map((step) => {
    const { after, row } = step;
    if (after === null || !('parents' in after)) return step;
    const ring = ringProblem(after, all);
    return ring === null ? step : refused(row, ring);
  });
}

function namedBy(after: Thing): readonly string[] {
  if ('dependsOn' in after) return after.dependsOn;
  if ('causedBy' in after) return after.causedBy === null ? [] : [after.causedBy];
  return 'parents' in after ? after.parents : [];
}

function namingNone(thing: Thing): Thing {
  if ('dependsOn' in thing) return { ...thing, dependsOn: [] };
  return 'parents' in thing ? { ...thing, parents: [] } : thing;
}

/** Refuses what names a row that is not made, and what names those in turn. */
function withoutMissing(steps: readonly Step[], existing: readonly Thing[]): readonly Step[] {
  const there = new Set([...existing, ...steps.flatMap(({ after }) => after ?? [])].map(({ id }) => id as string));
  const isWhole = ({ after }: Step) => after === null || namedBy(after).every((id) => there.has(id));
  if (steps.every(isWhole)) return steps;
  const missing = rowProblem('It names a row that cannot be taken.', 'Correct that row, or leave the name out.');
  const fewer = steps.map((step) => (isWhole(step) ? step : refused(step.row, missing)));
  return withoutMissing(fewer, existing);
}

/** Refuses a row whose one time would take the place of a recurrence. */
function assertSameSort(before: Thing | undefined, facts: Facts): void {
  if (before === undefined || !('holds' in before) || before.holds.by === 'once' || facts['holds'] === undefined)
    return;
  throw rowProblem(
    'It recurs here, and the time of the row would replace its recurrence.',
    'Leave the times out of the row, or give it another name.',
  );
}

/** The thing that each row means; a failure where it means none. */
type Meant = ReadonlyMap<ThingRow, { readonly before: Thing | undefined } | Failure>;

function nameOfRow({ values }: ThingRow): string {
  return (values.name ?? values.release ?? '').trim();
}

/** Sets rows and things of one name beside each other. */
function meantOf(
  kind: ThingKind,
  { rows, things }: { readonly rows: readonly ThingRow[]; readonly things: readonly Thing[] },
  readingOf: (row: ThingRow) => Reading,
): Meant {
  const known = rows.map((row) => {
    try {
      return { row, ...rowKnownBy(kind, readingOf(row)) };
    } catch (error) {
      if (error instanceof Failure) return { row, failure: error };
      throw error;
    }
  });
  const here = Map.groupBy(
    things.map((thing) => ({ thing, ...thingKnownBy(thing) })),
    ({ key }) => key,
  );
  const meant = new Map<ThingRow, { readonly before: Thing | undefined } | Failure>(
    known.flatMap((one) => ('failure' in one ? [[one.row, one.failure]] : [])),
  );
  const readable = known.flatMap((one) => ('key' in one ? [one] : []));
  for (const [key, alike] of Map.groupBy(readable, (one) => one.key)) {
    const same = here.get(key) ?? [];
    const spans = (list: readonly KnownBy[]) => list.map(({ span }) => span);
    for (const [place, meaning] of meaningsOf(spans(alike), spans(same)).entries()) {
      const row = alike[place]?.row;
      if (row === undefined) continue;
      if (meaning.by === 'row') {
        const line = alike[meaning.index]?.row.line;
        meant.set(row, rowProblem(`It is in the file twice, first at line ${line}.`, 'Keep one of the two.'));
      } else if (meaning.by === 'several') {
        const said = `${meaning.count} here are called “${nameOfRow(row)}”.`;
        meant.set(row, rowProblem(said, 'Give each of them a name of its own first.'));
      } else meant.set(row, { before: meaning.by === 'here' ? same[meaning.index]?.thing : undefined });
    }
  }
  return meant;
}

interface Accepted extends ImportedThings {
  readonly accepted: readonly number[] | null;
}

interface Steps {
  readonly steps: readonly Step[];
  /** The things that rows of the file mean, whether they are accepted or not. */
  readonly meantIds: ReadonlySet<string>;
}

/** Sets each accepted row beside the thing that it means; the one rule for the preview and for the import. */
function stepsOf(db: ReadDb, file: Accepted, newId: (prefix: string) => string): Steps {
  const { kind } = file;
  const accepted = file.accepted && new Set(file.accepted);
  // What is left out is not there for the others to name.
  const isTaken = ({ line }: ThingRow) => accepted?.has(line) ?? true;
  const rows = file.rows.filter(isTaken);
  const all = everything(db, kind);
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    new Map(list.map((one) => [foldText(one.name.trim()), one] as const));
  const { booking: _bookings, ...namedKinds } = all;
  // Things of these kinds have names.
  const known = Object.fromEntries(
    Object.entries(namedKinds).map(([one, list]) => [one, named(list as never)]),
  ) as unknown as Known;
  const releases = kind === 'booking' ? namedReleases(db) : [];
  const { zone } = readWorkspace(db);
  // What a row means does not depend on which rows are taken beside it.
  const meant = meantOf(kind, { rows: file.rows, things: all[kind] }, (row) => ({ row, known, releases, zone }));
  const fresh = file.rows.flatMap((row) => {
    const one = meant.get(row);
    const isNew = one !== undefined && 'before' in one && one.before === undefined;
    return isNew ? [{ row, id: newId(kind), name: nameOfRow(row) }] : [];
  });
  const ids = new Map(fresh.map(({ row, id }) => [row, id] as const));
  const made = named(fresh.filter(({ row }) => isTaken(row)));
  const knownThen = kind === 'booking' ? known : { ...known, [kind]: new Map([...made, ...known[kind]]) };
  const names = new Map(
    Object.values(knownThen).flatMap((map) => [...map.values()].map(({ id, name }) => [id, name] as const)),
  );
  for (const { id, train, name } of releases) names.set(id, releaseTitle(train, name));
  const readingOf = (row: ThingRow): Reading => ({ row, known: knownThen, releases, zone });
  const bookingRows = [...meant].flatMap(([row, one]) => {
    const id = 'before' in one ? (one.before?.id ?? ids.get(row)) : undefined;
    return kind === 'booking' && id !== undefined ? [{ reading: readingOf(row), id }] : [];
  });
  const causes = causesOf(bookingRows, all.booking);
  for (const one of [...all.booking, ...causes.values()])
    if (!(one instanceof Failure)) names.set(one.id, names.get(one.environmentId) ?? '');

  function step(row: ThingRow): Step {
    const shown = { line: row.line, name: nameOfRow(row), changed: [], problem: null, state: 'new' as const };
    const one = meant.get(row);
    if (one === undefined || one instanceof Failure) return refused(shown, one ?? rowProblem('', ''));
    const { before } = one;
    try {
      const id = before?.id ?? ids.get(row) ?? '';
      const cause = causes.get(id);
      if (cause instanceof Failure) throw cause;
      const facts = { ...factsOf(kind, readingOf(row), before), ...(cause && { causedBy: cause.id }) };
      assertSameSort(before, facts);
      const read = THING_SCHEMAS[kind].safeParse({
        ...(before ?? { ...usualFacts(kind, zone), id }),
        ...facts,
        ...(before && 'name' in before && { name: before.name }),
      });
      if (!read.success) {
        const said = read.error.issues.map(
          (issue) => `${labelOf(kind, String(issue.path[0] ?? ''))}: ${issueInWords(issue)}`,
        );
        throw rowProblem(`This does not fit: ${said.join('; ')}.`, 'Correct it in the file.');
      }
      const after: Thing = read.data;
      assertMakesSense(db, after);
      if (before === undefined) return { row: shown, after };
      const [old, now] = [before as unknown as Facts, after as unknown as Facts]; // read by the keys of their own kind
      const keys = Object.keys(facts).filter(
        (key) => canonicalJson(old[key] ?? null) !== canonicalJson(now[key] ?? null),
      );
      const told = (facts: Facts, key: string) => words(facts[key], (id) => names.get(id) ?? id);
      const changed = keys.map((key) => `${labelOf(kind, key)}: ${told(old, key)} becomes ${told(now, key)}`);
      return { row: { ...shown, changed, state: keys.length > 0 ? 'changed' : 'same' }, after };
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return refused(shown, error);
    }
  }
  const steps = rows.map(step);
  const standing = kind === 'environment' ? withoutRings(steps, allEnvironments(db)) : steps;
  const meantIds = new Set([...meant.values()].flatMap((one) => ('before' in one ? (one.before?.id ?? []) : [])));
  return { steps: withoutMissing(standing, all[kind]), meantIds };
}

/** Shows what importing a table of things would do, row by row; nothing is written. */
export function previewThings(db: ReadDb, file: ImportedThings): { rows: ImportedThingRow[] } {
  let made = 0;
  const { steps } = stepsOf(db, { ...file, accepted: null }, (prefix) => {
    made += 1;
    return `${prefix}-new-${made}`;
  });
  return { rows: steps.map(({ row }) => row).sort((one, other) => one.line - other.line) };
}

const PLURALS: Readonly<Record<ThingKind, string>> = {
  team: 'teams',
  person: 'people',
  service: 'services',
  environment: 'environments',
  'schedule-rule': 'windows, freezes and maintenance',
  booking: 'bookings',
};

/**
 * Writes what was taken. New things come first without those that they name, because they may name each other. A booking
 * that came along with another and has a row of its own is what that row says.
 */
function write(kind: ThingKind, { steps, meantIds }: Steps, tools: CommandTools): void {
  const things = steps.flatMap(({ row, after }) => (after === null ? [] : [{ isNew: row.state === 'new', after }]));
  for (const { isNew, after } of things) {
    if (!('startLocal' in after)) continue;
    const { id, ...plan } = after;
    if (isNew) makeBooking(after, tools);
    else changeBooking(decisionOf(tools.tx.db, 'booking', id), plan, tools, meantIds);
  }
  if (kind === 'booking') return;
  // Each thing was made by the schema of its kind.
  const put = (thing: Thing) => putNamed(kind, thing as never, tools);
  for (const { isNew, after } of things) if (isNew) put(namingNone(after));
  for (const { isNew, after } of things) if (!isNew || namedBy(after).length > 0) put(after);
}

/** Takes the accepted rows of a table of things: one decision, one entry of the journal, one undo. */
export function importThings(
  file: Accepted & { readonly unread: number },
  tools: CommandTools,
): Decision<{ added: number; changed: number }> {
  const { steps, meantIds } = stepsOf(tools.tx.db, file, tools.newId);
  const counts = { added: 0, changed: 0 };
  const taken = steps.filter(({ row: { state } }) => state === 'new' || state === 'changed');
  if (taken.length === 0) {
    throw new Failure('BAD_INPUT', 'None of the accepted rows can be taken.', {
      where: 'accepted',
      remedy: 'Look at the preview again, and choose anew.',
    });
  }
  const possible = previewThings(tools.tx.db, file).rows.filter(({ state }) => state !== 'same').length;
  write(file.kind, { steps: taken, meantIds }, tools);
  for (const { row } of taken) counts[row.state === 'new' ? 'added' : 'changed'] += 1;
  const leftOut = file.unread + possible - taken.length;
  const summary = `Imported ${PLURALS[file.kind]}: ${importWords({ ...counts, leftOut })}`;
  return { output: counts, summary };
}
