import type { CalendarRow } from '../../../shared/contract/exchange.ts';
import { type IcsEvent, type ReadCalendar, readCalendar } from '../../../shared/domain/exchange/ics-events.ts';
import { type CalendarEntry, writeCalendar } from '../../../shared/domain/exchange/ics-write.ts';
import { occurrencesOf } from '../../../shared/domain/freezes/occurrences.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { ScheduleRuleId, TrainId } from '../../../shared/model/ids.ts';
import type { ScheduleRule, ScheduleRuleKind, Scope } from '../../../shared/model/schedule-rule.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { Day } from '../../../shared/model/time.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import { milestonesOfReleases } from '../db/repositories/milestones.ts';
import { releaseIdsTouching, releasesById } from '../db/repositories/releases.ts';
import { allScheduleRules } from '../db/repositories/schedule-rules.ts';
import { runningTrains } from '../db/repositories/trains.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { feedProcedures } from './feeds.ts';
import { LONGEST_SPAN_DAYS } from './placed-span.ts';
import { importPlan, previewPlan } from './plan-import.ts';
import { spanOfDays } from './schedule-questions.ts';

const DAY = 86_400_000;
/** More entries than this are not written at once; how many were left out is said. */
const MOST_ENTRIES = 20_000;

interface CalendarFile {
  readonly text: string;
  readonly kind: ScheduleRuleKind;
  readonly calendar: string;
}

function importedBefore(db: ReadDb, calendar: string): ReadonlyMap<string, ScheduleRule> {
  const own = allScheduleRules(db).filter(({ source }) => source?.calendar === calendar);
  return new Map(own.map((rule) => [rule.source?.uid ?? '', rule]));
}

function isSame(rule: ScheduleRule, { name, description, holds }: IcsEvent, kind: ScheduleRuleKind): boolean {
  const [before, now] = [rule, { kind, name, reason: description, holds }].map((one) =>
    JSON.stringify([one.kind, one.name, one.reason, one.holds]),
  );
  return before === now;
}

function read(db: ReadDb, { text }: CalendarFile): ReadCalendar {
  return readCalendar(text, readWorkspace(db).zone);
}

function stateOf(rule: ScheduleRule | undefined, event: IcsEvent, kind: ScheduleRuleKind): CalendarRow['state'] {
  if (rule === undefined) return 'new';
  return isSame(rule, event, kind) ? 'same' : 'changed';
}

function previewCalendar({ db }: CoreContext, file: CalendarFile) {
  const { name, events, problems, cancelled } = read(db, file);
  const known = importedBefore(db, file.calendar);
  const uids = new Set([...events, ...problems].map(({ uid }) => uid));
  const rows: CalendarRow[] = [
    ...problems.map((one) => ({ ...one, state: 'problem' as const })),
    ...events.map((event) => ({
      uid: event.uid,
      name: event.name,
      state: stateOf(known.get(event.uid), event, file.kind),
      problem: null,
    })),
  ];
  const gone = [...known].filter(([uid]) => !uids.has(uid)).map(([uid, rule]) => ({ uid, name: rule.name }));
  return { name, rows, gone, cancelled };
}

function importCalendar(
  file: CalendarFile & { readonly scope: Scope; readonly accepted: readonly string[] },
  { tx, newId }: CommandTools,
): Decision<{ added: number; changed: number }> {
  const accepted = new Set(file.accepted);
  const events = read(tx.db, file).events.filter(({ uid }) => accepted.has(uid));
  if (events.length === 0) {
    throw new Failure('BAD_INPUT', 'None of the accepted events is in the file any more.', {
      where: 'accepted',
      remedy: 'Read the file again and choose anew.',
    });
  }
  const known = importedBefore(tx.db, file.calendar);
  const counts = { added: 0, changed: 0 };
  for (const event of events) {
    const { uid, name, description: reason, holds } = event;
    const before = known.get(uid);
    if (before !== undefined && isSame(before, event, file.kind)) continue;
    counts[before === undefined ? 'added' : 'changed'] += 1;
    const source = { calendar: file.calendar, uid };
    // Ids made by newId are ids. What was typed here about an imported rule stays: its scope and its owner.
    const fresh = { id: newId('schedule-rule') as ScheduleRuleId, owner: '', scope: file.scope };
    tx.put('schedule-rule', { ...(before ?? fresh), kind: file.kind, name, reason, holds, source });
  }
  return {
    output: counts,
    summary: `Imported calendar “${file.calendar}”: ${counts.added} new, ${counts.changed} changed`,
  };
}

interface ExportInput {
  readonly from: Day;
  readonly to: Day;
  readonly trainIds: readonly TrainId[] | null;
  readonly milestones: boolean;
  readonly rules: boolean;
}

function releaseEntries(db: ReadDb, range: Span, input: ExportInput): CalendarEntry[] {
  const trains = runningTrains(db).filter(({ id }) => input.trainIds?.includes(id) ?? true);
  const nameOf = new Map(trains.map(({ id, name }) => [id, name] as const));
  const touched = { from: range.start, to: range.end, reach: (LONGEST_SPAN_DAYS + 1) * DAY };
  const ids = releaseIdsTouching(db, [...nameOf.keys()], touched);
  const releases = releasesById(db, ids);
  const entries = releases.map(
    ({ id, name, trainId, departsAt, state, notes }): CalendarEntry => ({
      uid: id,
      name: `${name} departs`,
      description: [nameOf.get(trainId), notes].filter(Boolean).join('\n'),
      start: departsAt,
      end: null,
      cancelled: state === 'cancelled',
    }),
  );
  if (!input.milestones) return entries;
  const releaseOf = new Map(releases.map((release) => [release.id, release] as const));
  const milestones = milestonesOfReleases(db, ids).map(
    ({ id, releaseId, name, startAt, endAt }): CalendarEntry => ({
      uid: id,
      name: `${name}: ${releaseOf.get(releaseId)?.name ?? ''}`,
      description: '',
      start: startAt,
      end: endAt,
      cancelled: releaseOf.get(releaseId)?.state === 'cancelled',
    }),
  );
  return [...entries, ...milestones];
}

function ruleEntries(db: ReadDb, range: Span): CalendarEntry[] {
  return allScheduleRules(db).flatMap(({ id, kind, name, reason, holds }) =>
    occurrencesOf(holds, range).map(
      ({ key, span }): CalendarEntry => ({
        uid: `${id}-${key}`,
        name: `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${name}`,
        description: reason,
        start: span.start,
        end: span.end,
        cancelled: false,
      }),
    ),
  );
}

function exportCalendar(core: CoreContext, input: ExportInput) {
  const range = spanOfDays(core, { from: input.from, until: input.to });
  const rules = input.rules ? ruleEntries(core.db, range) : [];
  const all = [...releaseEntries(core.db, range, input), ...rules]
    .filter(({ start, end }) => start < range.end && (end ?? start) >= range.start)
    .sort((one, other) => one.start - other.start || (one.uid < other.uid ? -1 : 1));
  const entries = all.slice(0, MOST_ENTRIES);
  const text = writeCalendar({ name: readWorkspace(core.db).name, entries, at: core.env.now() });
  return { text, entries: entries.length, leftOut: all.length - entries.length };
}

/** Calendars that travel: what comes in as rules, and the plan as a calendar file. */
export function exchangeService(os: Os, core: CoreContext) {
  return {
    ...feedProcedures(os, core),
    previewPlan: os.exchange.previewPlan.handler(({ input }) => previewPlan(core.db, input)),
    importPlan: os.exchange.importPlan.handler(decide(core, importPlan)),
    previewCalendar: os.exchange.previewCalendar.handler(({ input }) => previewCalendar(core, input)),
    importCalendar: os.exchange.importCalendar.handler(decide(core, importCalendar)),
    calendar: os.exchange.calendar.handler(({ input }) => exportCalendar(core, input)),
  };
}
