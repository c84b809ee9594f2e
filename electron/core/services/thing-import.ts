import type { ImportedThingRow } from '../../../shared/contract/exchange.ts';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import { localsWords } from '../../../shared/domain/calendar/time-words.ts';
import { dependantsOf } from '../../../shared/domain/environments/dependants.ts';
import { THING_FIELDS } from '../../../shared/domain/exchange/thing-fields.ts';
import { whenProblems } from '../../../shared/domain/freezes/check-when.ts';
import { foldText } from '../../../shared/domain/text/fold-text.ts';
import { Person, Service, Team } from '../../../shared/model/catalogue.ts';
import { Environment } from '../../../shared/model/environment.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { ImportedThings, ThingKind, ThingRow } from '../../../shared/model/imported-things.ts';
import { issueInWords } from '../../../shared/model/issue-words.ts';
import { ScheduleRule, type When } from '../../../shared/model/schedule-rule.ts';
import { type Day, type LocalTime, Zone } from '../../../shared/model/time.ts';
import { canonicalJson } from '../db/canonical.ts';
import type { ReadDb } from '../db/database.ts';
import { allPeople, allServices, allTeams } from '../db/repositories/catalogue.ts';
import { allEnvironments } from '../db/repositories/environments.ts';
import { allScheduleRules } from '../db/repositories/schedule-rules.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import type { CommandTools, Decision } from '../decide.ts';
import { putNamed } from './named-decisions.ts';

type Thing = Team | Person | Service | Environment | ScheduleRule;
type Facts = Readonly<Record<string, unknown>>;

const SCHEMAS = {
  team: Team,
  person: Person,
  service: Service,
  environment: Environment,
  'schedule-rule': ScheduleRule,
};

const WORKING_WEEK = { workdays: [1, 2, 3, 4, 5], holidays: null, extraDaysOff: [] };

/** What a new thing is where the file does not say it. */
const USUAL: Readonly<Record<ThingKind, Facts>> = {
  team: { calendar: WORKING_WEEK, projects: [], notes: '' },
  person: { teamId: null, skills: [], leads: 'no' },
  service: { tier: 3, teamId: null, regions: [], projects: [], dependsOn: [], notes: '' },
  environment: {
    kind: 'test',
    region: null,
    sharing: 'exclusive',
    capacity: 1,
    parents: [],
    discipline: 'first-come',
    notes: '',
    archived: false,
  },
  'schedule-rule': {
    kind: 'freeze',
    reason: '',
    owner: '',
    scope: { regions: [], environments: [], services: [], tiers: [], teams: [], tenants: [] },
    source: null,
  },
};

/** What is wrong with a row, thrown within the reading of one. */
class RowProblem extends Error {
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

/** The things of each kind by their folded names, those of the file with them. */
type Known = Readonly<Record<ThingKind, ReadonlyMap<string, Thing | { readonly id: string; readonly name: string }>>>;

interface Reading {
  readonly row: ThingRow;
  readonly known: Known;
  readonly zone: Zone;
}

function said({ row }: Reading, key: string): string | undefined {
  return row.values[key]?.trim() || undefined;
}

function listOf(reading: Reading, key: string): readonly string[] | undefined {
  const names = said(reading, key)
    ?.split(/[,;|\n]/)
    .map((one) => one.trim());
  return names?.filter((one) => one !== '');
}

function idNamed({ known }: Reading, kind: ThingKind, name: string): string {
  const found = known[kind].get(foldText(name));
  if (found !== undefined) return found.id;
  throw new RowProblem(`There is no ${kind} called “${name}”.`, 'Import or add it first, or correct the name.');
}

function idsNamed(reading: Reading, kind: ThingKind, key: string): readonly string[] | undefined {
  return listOf(reading, key)?.map((name) => idNamed(reading, kind, name));
}

function teamId(reading: Reading): string | undefined {
  const name = said(reading, 'team');
  return name === undefined ? undefined : idNamed(reading, 'team', name);
}

function zoneSaid(reading: Reading): Zone | undefined {
  const text = said(reading, 'zone');
  if (text === undefined) return undefined;
  const zone = Zone.safeParse(text);
  if (zone.success) return zone.data;
  throw new RowProblem(`Nobody knows the time zone “${text}”.`, 'Write it as Europe/Berlin.');
}

function numberOf(reading: Reading, key: string): number | undefined {
  const text = said(reading, key);
  if (text === undefined || /^\d+$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new RowProblem(`“${text}” is no whole number.`, 'Write it in digits.');
}

/** A time from the first day to the last, both included where they name no times. */
function holdsOf(reading: Reading, before: Thing | undefined): When {
  const own = before !== undefined && 'holds' in before && before.holds.by === 'once' ? before.holds.start.clock : null;
  const zone = zoneSaid(reading);
  const clock = zone === undefined && own !== null ? own : { by: 'zone' as const, zone: zone ?? reading.zone };
  // Days and times were read as such by the mapping; anything else is refused by the rule's schema.
  const [start, end] = [said(reading, 'start') ?? '', said(reading, 'end') ?? ''] as [Day, Day];
  const endTime = said(reading, 'endTime');
  const at = (day: string, time: string) => ({ local: `${day}T${time}` as LocalTime, clock });
  return {
    by: 'once',
    start: at(start, said(reading, 'startTime') ?? '00:00'),
    end: endTime === undefined ? at(addDays(end, 1), '00:00') : at(end, endTime),
  };
}

function scopeOf(reading: Reading, before: Thing | undefined): Facts | undefined {
  const named = {
    regions: listOf(reading, 'regions'),
    environments: idsNamed(reading, 'environment', 'environments'),
    services: idsNamed(reading, 'service', 'services'),
    teams: idsNamed(reading, 'team', 'teams'),
  };
  const changes = Object.entries(named).filter(([, list]) => list !== undefined);
  if (changes.length === 0) return undefined;
  const scope = before !== undefined && 'scope' in before ? before.scope : USUAL['schedule-rule'].scope;
  return { ...(scope as Facts), ...Object.fromEntries(changes) };
}

/** What a row says of a thing, by the thing's own fields; undefined where it says nothing. */
const READERS: Readonly<Record<ThingKind, (reading: Reading, before: Thing | undefined) => Facts>> = {
  team: (reading) => ({ zone: zoneSaid(reading) }),
  person: (reading) => ({ teamId: teamId(reading), zone: zoneSaid(reading), skills: listOf(reading, 'skills') }),
  service: (reading) => ({
    tier: numberOf(reading, 'tier'),
    teamId: teamId(reading),
    regions: listOf(reading, 'regions'),
    dependsOn: idsNamed(reading, 'service', 'dependsOn'),
  }),
  environment: (reading) => ({
    capacity: numberOf(reading, 'capacity'),
    parents: idsNamed(reading, 'environment', 'parents'),
  }),
  'schedule-rule': (reading, before) => ({ holds: holdsOf(reading, before), scope: scopeOf(reading, before) }),
};

/** Fields that are the text of their column. */
const PLAIN = ['name', 'notes', 'leads', 'kind', 'region', 'sharing', 'reason', 'owner'];

function factsOf(kind: ThingKind, reading: Reading, before: Thing | undefined): Facts {
  const plain = PLAIN.map((key) => [key, said(reading, key)] as const);
  const all = [...plain, ...Object.entries(READERS[kind](reading, before))];
  return Object.fromEntries(all.filter(([, value]) => value !== undefined));
}

interface Step {
  readonly row: ImportedThingRow;
  readonly after: Thing | null;
}

function everything(db: ReadDb): Readonly<Record<ThingKind, readonly Thing[]>> {
  return {
    team: allTeams(db),
    person: allPeople(db),
    service: allServices(db),
    environment: allEnvironments(db),
    'schedule-rule': allScheduleRules(db),
  };
}

const LABELS: Readonly<Record<string, string>> = { holds: 'Times', scope: 'What it is about', teamId: 'Team' };

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
  return value === null || value === '' || value === undefined ? 'nothing' : nameOf(String(value));
}

function assertMakesSense(after: Thing): void {
  if ('dependsOn' in after && after.dependsOn.includes(after.id)) {
    throw new RowProblem('It cannot need itself.', 'Take it off its own list.');
  }
  const [problem] = 'holds' in after ? whenProblems(after.holds) : [];
  if (problem !== undefined) throw new RowProblem(problem.problem, 'Correct it in the file.');
}

/** Refuses what would stand on itself, once it is known what all rows make. */
function withoutRings(steps: readonly Step[], environments: readonly Environment[]): readonly Step[] {
  const made = steps.flatMap(({ after }) => (after !== null && 'parents' in after ? [after] : []));
  const all = [...new Map([...environments, ...made].map((one) => [one.id, one] as const)).values()];
  return steps.map((step) => {
    const { after, row } = step;
    if (after === null || !('parents' in after)) return step;
    const below = new Set([after.id, ...dependantsOf(after.id, all)]);
    if (!after.parents.some((parent) => below.has(parent))) return step;
    const remedy = 'Take off its list the environment that stands on it.';
    return {
      after: null,
      row: { ...row, state: 'problem', problem: { message: 'It would stand on itself.', remedy } },
    };
  });
}

function namedBy(after: Thing): readonly string[] {
  if ('dependsOn' in after) return after.dependsOn;
  return 'parents' in after ? after.parents : [];
}

/** The steps in an order in which each comes after those that it names; what names a row that is not made comes last, refused. */
function inOrder(steps: readonly Step[], existing: readonly Thing[]): readonly Step[] {
  const there = new Set<string>(existing.map(({ id }) => id));
  const ordered: Step[] = [];
  let open = steps.filter(({ after }) => after !== null);
  for (let before = -1; before !== open.length; ) {
    before = open.length;
    open = open.filter((step) => {
      if (step.after === null || !namedBy(step.after).every((id) => there.has(id))) return true;
      there.add(step.after.id);
      ordered.push(step);
      return false;
    });
  }
  const problem = {
    message: 'It names a row that cannot be taken, or that names it in turn.',
    remedy: 'Correct that row, or leave the name out.',
  };
  const refused = open.map(({ row }): Step => ({ after: null, row: { ...row, state: 'problem', problem } }));
  return [...ordered, ...steps.filter(({ after }) => after === null), ...refused];
}

/** Refuses a row whose name does not say which thing it means, or whose one time would take the place of a recurrence. */
function assertMeant(name: string, same: readonly Thing[], facts: Facts): void {
  const [before] = same;
  if (same.length > 1) {
    throw new RowProblem(`${same.length} here are called “${name}”.`, 'Give each of them a name of its own first.');
  }
  if (before !== undefined && 'holds' in before && before.holds.by !== 'once' && facts['holds'] !== undefined) {
    throw new RowProblem(
      'It recurs here, and the time of the row would replace its recurrence.',
      'Leave the times out of the row, or give it another name.',
    );
  }
}

/** Sets each row beside the thing of its name; the one rule for the preview and for the import. */
function stepsOf(db: ReadDb, { kind, rows }: ImportedThings, newId: (prefix: string) => string): readonly Step[] {
  const all = everything(db);
  const named = (list: readonly { readonly id: string; readonly name: string }[]) =>
    new Map(list.map((one) => [foldText(one.name.trim()), one] as const));
  const here = new Map(all[kind].map((one) => [foldText(one.name), one] as const));
  const first = new Map<string, number>();
  for (const { line, values } of rows) {
    const key = foldText((values.name ?? '').trim());
    if (key !== '' && !first.has(key)) first.set(key, line);
  }
  const fresh = rows.flatMap(({ line, values }) => {
    const name = (values.name ?? '').trim();
    return here.has(foldText(name)) || first.get(foldText(name)) !== line ? [] : [{ id: newId(kind), name }];
  });
  const known: Known = {
    ...(Object.fromEntries(Object.entries(all).map(([one, list]) => [one, named(list)])) as unknown as Known),
    [kind]: named([...fresh, ...all[kind]]),
  };
  const names = new Map(
    Object.values(known).flatMap((map) => [...map.values()].map(({ id, name }) => [id, name] as const)),
  );
  const nameOf = (text: string) => names.get(text) ?? text;
  const { zone } = readWorkspace(db);

  function step(row: ThingRow): Step {
    const name = (row.values.name ?? '').trim();
    const shown = { line: row.line, name, changed: [], problem: null };
    const before = here.get(foldText(name));
    try {
      const line = first.get(foldText(name));
      if (line !== row.line)
        throw new RowProblem(`It is in the file twice, first at line ${line}.`, 'Keep one of the two.');
      const facts = factsOf(kind, { row, known, zone }, before);
      assertMeant(
        name,
        all[kind].filter((one) => foldText(one.name) === foldText(name)),
        facts,
      );
      const id = known[kind].get(foldText(name))?.id;
      const usual = kind === 'team' || kind === 'person' ? { ...USUAL[kind], zone } : USUAL[kind];
      const read = SCHEMAS[kind].safeParse({
        ...(before ?? { ...usual, id }),
        ...facts,
        ...(before && { name: before.name }),
      });
      if (!read.success) {
        const said = read.error.issues.map(
          (issue) => `${labelOf(kind, String(issue.path[0] ?? ''))}: ${issueInWords(issue)}`,
        );
        throw new RowProblem(`This does not fit: ${said.join('; ')}.`, 'Correct it in the file.');
      }
      const after: Thing = read.data;
      assertMakesSense(after);
      if (before === undefined) return { row: { ...shown, state: 'new' }, after };
      const [old, now] = [before as unknown as Facts, after as unknown as Facts]; // read by the keys of their own kind
      const keys = Object.keys(facts).filter(
        (key) => canonicalJson(old[key] ?? null) !== canonicalJson(now[key] ?? null),
      );
      const changed = keys.map(
        (key) => `${labelOf(kind, key)}: ${words(old[key], nameOf)} becomes ${words(now[key], nameOf)}`,
      );
      return { row: { ...shown, changed, state: keys.length > 0 ? 'changed' : 'same' }, after };
    } catch (error) {
      if (!(error instanceof RowProblem)) throw error;
      const problem = { message: error.message, remedy: error.remedy };
      return { row: { ...shown, state: 'problem', problem }, after: null };
    }
  }
  const steps = rows.map(step);
  return inOrder(kind === 'environment' ? withoutRings(steps, allEnvironments(db)) : steps, all[kind]);
}

/** Shows what importing a table of things would do, row by row; nothing is written. */
export function previewThings(db: ReadDb, file: ImportedThings): { rows: ImportedThingRow[] } {
  let made = 0;
  const steps = stepsOf(db, file, (prefix) => {
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
};

/** Takes the accepted rows of a table of things: one decision, one entry of the journal, one undo. */
export function importThings(
  file: ImportedThings & { readonly accepted: readonly number[] | null },
  tools: CommandTools,
): Decision<{ added: number; changed: number }> {
  const accepted = file.accepted === null ? null : new Set(file.accepted);
  // What is left out is not there for the others to name.
  const rows = file.rows.filter(({ line }) => accepted?.has(line) ?? true);
  const steps = stepsOf(tools.tx.db, { ...file, rows }, tools.newId);
  const counts = { added: 0, changed: 0 };
  const taken = steps.filter(({ row: { state } }) => state === 'new' || state === 'changed');
  if (taken.length === 0) {
    throw new Failure('BAD_INPUT', 'None of the accepted rows can be taken.', {
      where: 'accepted',
      remedy: 'Look at the preview again, and choose anew.',
    });
  }
  for (const { row, after } of taken) {
    if (after === null) continue;
    // Each thing was made by the schema of its kind.
    putNamed(file.kind, after as never, tools);
    counts[row.state === 'new' ? 'added' : 'changed'] += 1;
  }
  const summary = `Imported ${PLURALS[file.kind]}: ${counts.added} new, ${counts.changed} changed`;
  return { output: counts, summary };
}
