import { DEFAULT_ASSUMPTIONS, deploymentsOf } from '../../../shared/domain/conflicts/deployments.ts';
import { dutiesOf } from '../../../shared/domain/conflicts/duties.ts';
import { eventName } from '../../../shared/domain/exchange/ics-own.ts';
import { type CalendarEntry, writeCalendar } from '../../../shared/domain/exchange/ics-write.ts';
import { ruleUids } from '../../../shared/domain/exchange/rule-uids.ts';
import { occurrencesOf } from '../../../shared/domain/freezes/occurrences.ts';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import type { Assignment } from '../../../shared/model/assignment.ts';
import type { CalendarContent } from '../../../shared/model/feed.ts';
import type { Milestone, Release } from '../../../shared/model/release.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { Day, Instant } from '../../../shared/model/time.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import { journalHead } from '../db/journal.ts';
import { allPeople } from '../db/repositories/catalogue.ts';
import { milestonesOfReleases } from '../db/repositories/milestones.ts';
import { allAssignments } from '../db/repositories/planning.ts';
import { releaseIdsTouching, releasesById } from '../db/repositories/releases.ts';
import { allScheduleRules } from '../db/repositories/schedule-rules.ts';
import { runningTrains } from '../db/repositories/trains.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import { LONGEST_SPAN_DAYS } from './placed-span.ts';
import { spanOfDays } from './schedule-questions.ts';

const DAY = 86_400_000;
/** More entries than this are not written at once; how many were left out is said. */
const MOST_ENTRIES = 20_000;

interface ExportInput extends CalendarContent {
  readonly from: Day;
  readonly to: Day;
  readonly name: string | null;
}

/** An entry of the plan, which has its place in time by a moment. */
type Planned = CalendarEntry & {
  readonly times: { readonly by: 'moments'; readonly start: Instant; readonly end: Instant | null };
};

/** A release as a calendar of several trains calls it, with its milestones. */
interface Called {
  readonly release: Release;
  readonly title: string;
  readonly milestones: readonly Milestone[];
}

function releasesCalled(db: ReadDb, range: Span, trainIds: ExportInput['trainIds']): readonly Called[] {
  const trains = runningTrains(db).filter(({ id }) => trainIds?.includes(id) ?? true);
  const nameOf = new Map(trains.map(({ id, name }) => [id, name] as const));
  const touched = { from: range.start, to: range.end, reach: (LONGEST_SPAN_DAYS + 1) * DAY };
  const ids = releaseIdsTouching(db, [...nameOf.keys()], touched);
  const milestones = Map.groupBy(milestonesOfReleases(db, ids), ({ releaseId }) => releaseId);
  return releasesById(db, ids).map((release) => ({
    release,
    title: releaseTitle(nameOf.get(release.trainId), release.name),
    milestones: milestones.get(release.id) ?? [],
  }));
}

/** Something of the plan from one moment to another, or at one. */
function planned(uid: string, kind: Planned['kind'], name: string, at: Omit<Planned['times'], 'by'>): Planned {
  return { uid, rule: null, kind, name, description: '', times: { by: 'moments', ...at }, cancelled: false };
}

function departureOf({ release: { id, departsAt, notes }, title }: Called): Planned {
  return { ...planned(id, 'release', `${title} departs`, { start: departsAt, end: null }), description: notes };
}

function milestonesOf({ milestones, title }: Called): readonly Planned[] {
  return milestones.map(({ id, name, startAt, endAt }) =>
    planned(id, 'milestone', `${title}: ${name}`, { start: startAt, end: endAt }),
  );
}

/** When somebody who has a part in a release must be there, each time an event. */
function dutyOf({ release, title, milestones }: Called, { id, role }: Assignment, person: string): readonly Planned[] {
  const named = { ...release, name: title };
  const duties = dutiesOf(named, milestones, deploymentsOf(named, milestones, DEFAULT_ASSUMPTIONS));
  return duties.map(({ thing, span }) =>
    planned(`${id}-${thing.id}`, 'duty', `${person}: ${role}, ${thing.name}`, span),
  );
}

/** Departures, milestones and duties, as far as they are asked for, in order of time. */
function planEntries(db: ReadDb, range: Span, input: ExportInput): readonly Planned[] {
  const parts = input.duties ? allAssignments(db) : [];
  const asked = parts.filter(({ personId }) => input.personIds?.includes(personId) ?? true);
  const partsOf = Map.groupBy(asked, ({ releaseId }) => releaseId);
  const nameOf = new Map(allPeople(db).map(({ id, name }) => [id, name] as const));
  return releasesCalled(db, range, input.trainIds)
    .flatMap((called) => {
      const own = [
        ...(input.departures ? [departureOf(called)] : []),
        ...(input.milestones ? milestonesOf(called) : []),
        ...(partsOf.get(called.release.id) ?? []).flatMap((part) =>
          dutyOf(called, part, nameOf.get(part.personId) ?? ''),
        ),
      ];
      return own.map((entry) => ({ ...entry, cancelled: called.release.state === 'cancelled' }));
    })
    .filter(({ times: { start, end } }) => start < range.end && (end ?? start) >= range.start)
    .sort((one, other) => one.times.start - other.times.start || (one.uid < other.uid ? -1 : 1));
}

/** A rule is one event, which recurs as the rule does; one of cron, which calendars cannot say, is an event a time. */
function ruleEntries(db: ReadDb, range: Span): readonly CalendarEntry[] {
  const rules = allScheduleRules(db);
  const uids = ruleUids(rules);
  return rules.flatMap(({ id, kind, name, reason: description, holds }): readonly CalendarEntry[] => {
    const uid = uids.get(id) ?? id;
    const shown = { rule: id, kind, name: eventName(kind, name), description, cancelled: false };
    const times = occurrencesOf(holds, range);
    if (times.length === 0) return [];
    if (holds.by !== 'cron') return [{ ...shown, uid, times: holds }];
    return times.map(({ key, span }) => ({
      ...shown,
      uid: `${uid}-${key}`,
      times: { by: 'cron-time', ...span, holds, rule: uid },
    }));
  });
}

function leftOutWords(count: number): string {
  const many = count.toLocaleString('en');
  return count === 0
    ? ''
    : `${many} entries did not fit: windows, freezes and maintenance first, then the latest of the plan. Ask for fewer trains or a shorter time.`;
}

/** Writes the plan between two days as a calendar file: departures, milestones and duties, then rules for as long as there is room. */
export function exportCalendar(core: CoreContext, input: ExportInput) {
  const range = spanOfDays(core, { from: input.from, until: input.to });
  const rules = input.rules ? ruleEntries(core.db, range) : [];
  const all = [...planEntries(core.db, range, input), ...rules];
  const entries = all.slice(0, MOST_ENTRIES);
  const leftOut = all.length - entries.length;
  const name = input.name ?? readWorkspace(core.db).name;
  const shown = { name, description: leftOutWords(leftOut), entries };
  const text = writeCalendar({ ...shown, journal: journalHead(core.db), at: core.env.now() });
  return { text, entries: entries.length, leftOut };
}
