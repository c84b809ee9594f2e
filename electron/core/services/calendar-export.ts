import { eventName } from '../../../shared/domain/exchange/ics-own.ts';
import { type CalendarEntry, writeCalendar } from '../../../shared/domain/exchange/ics-write.ts';
import { ruleUids } from '../../../shared/domain/exchange/rule-uids.ts';
import { occurrencesOf } from '../../../shared/domain/freezes/occurrences.ts';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import type { TrainId } from '../../../shared/model/ids.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { Day, Instant } from '../../../shared/model/time.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import { journalHead } from '../db/journal.ts';
import { milestonesOfReleases } from '../db/repositories/milestones.ts';
import { releaseIdsTouching, releasesById } from '../db/repositories/releases.ts';
import { allScheduleRules } from '../db/repositories/schedule-rules.ts';
import { runningTrains } from '../db/repositories/trains.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import { LONGEST_SPAN_DAYS } from './placed-span.ts';
import { spanOfDays } from './schedule-questions.ts';

const DAY = 86_400_000;
/** More entries than this are not written at once; how many were left out is said. */
const MOST_ENTRIES = 20_000;

interface ExportInput {
  readonly from: Day;
  readonly to: Day;
  readonly trainIds: readonly TrainId[] | null;
  readonly milestones: boolean;
  readonly rules: boolean;
  readonly name: string | null;
}

/** An entry of the plan, which has its place in time by a moment. */
type Planned = CalendarEntry & {
  readonly times: { readonly by: 'moments'; readonly start: Instant; readonly end: Instant | null };
};

function releaseEntries(db: ReadDb, range: Span, input: ExportInput): readonly Planned[] {
  const trains = runningTrains(db).filter(({ id }) => input.trainIds?.includes(id) ?? true);
  const nameOf = new Map(trains.map(({ id, name }) => [id, name] as const));
  const touched = { from: range.start, to: range.end, reach: (LONGEST_SPAN_DAYS + 1) * DAY };
  const ids = releaseIdsTouching(db, [...nameOf.keys()], touched);
  const releases = releasesById(db, ids);
  const titleOf = new Map(
    releases.map(({ id, trainId, name }) => [id, releaseTitle(nameOf.get(trainId), name)] as const),
  );
  const entries = releases.map(
    ({ id, departsAt, state, notes }): Planned => ({
      uid: id,
      rule: null,
      kind: 'release',
      name: `${titleOf.get(id) ?? ''} departs`,
      description: notes,
      times: { by: 'moments', start: departsAt, end: null },
      cancelled: state === 'cancelled',
    }),
  );
  const called = new Set(releases.filter(({ state }) => state === 'cancelled').map(({ id }) => id));
  const milestones = input.milestones ? milestonesOfReleases(db, ids) : [];
  const spans = milestones.map(
    ({ id, releaseId, name, startAt, endAt }): Planned => ({
      uid: id,
      rule: null,
      kind: 'milestone',
      name: `${titleOf.get(releaseId) ?? ''}: ${name}`,
      description: '',
      times: { by: 'moments', start: startAt, end: endAt },
      cancelled: called.has(releaseId),
    }),
  );
  return [...entries, ...spans]
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

/** Writes the plan between two days as a calendar file: releases and milestones, then rules for as long as there is room. */
export function exportCalendar(core: CoreContext, input: ExportInput) {
  const range = spanOfDays(core, { from: input.from, until: input.to });
  const rules = input.rules ? ruleEntries(core.db, range) : [];
  const all = [...releaseEntries(core.db, range, input), ...rules];
  const entries = all.slice(0, MOST_ENTRIES);
  const leftOut = all.length - entries.length;
  const name = input.name ?? readWorkspace(core.db).name;
  const shown = { name, description: leftOutWords(leftOut), entries };
  const text = writeCalendar({ ...shown, journal: journalHead(core.db), at: core.env.now() });
  return { text, entries: entries.length, leftOut };
}
