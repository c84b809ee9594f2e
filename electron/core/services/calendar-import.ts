import type { CalendarRow } from '../../../shared/contract/exchange.ts';
import { compareRule } from '../../../shared/domain/exchange/compare-rule.ts';
import { type IcsEvent, type ReadCalendar, readCalendar } from '../../../shared/domain/exchange/ics-events.ts';
import { ruleUids } from '../../../shared/domain/exchange/rule-uids.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { ScheduleRuleId } from '../../../shared/model/ids.ts';
import type { RuleFacts } from '../../../shared/model/imported-rule.ts';
import type { ScheduleRule, ScheduleRuleKind, Scope } from '../../../shared/model/schedule-rule.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import { importedRules, lastCalendarText } from '../db/repositories/imported.ts';
import { hashOfEntry, rulesBefore } from '../db/repositories/journal-since.ts';
import { allScheduleRules } from '../db/repositories/schedule-rules.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import type { CommandTools, Decision } from '../decide.ts';
import { assertStaysFreeze } from './overridden-freeze.ts';

/** A calendar file as it comes over the wire. */
export interface CalendarFile {
  readonly text: string;
  /** What its events become where they do not say it themselves. */
  readonly kind: ScheduleRuleKind;
  readonly calendar: string;
  /** Whether the file also changes what was changed by hand since it was last imported. */
  readonly overHand: boolean;
}

/**
 * The rule that an event of a file is: by its id, by what it was imported as, and of an own export as that calls it, which goes by
 * how the rules were when it was written. An export of a branch or a copy names the rule beside the uid that it has from elsewhere;
 * another workspace's is somebody else's calendar, for no id of it is here.
 */
function knownRules(
  db: ReadDb,
  calendar: string,
  then: Past['rulesThen'],
): (event: IcsEvent) => ScheduleRule | undefined {
  const rules = allScheduleRules(db);
  const here = rules.filter(({ source }) => source?.calendar === calendar);
  const byId = new Map<string, ScheduleRule>(rules.map((rule) => [rule.id, rule]));
  const were = then === null ? [] : [...new Map<string, ScheduleRule | null>([...byId, ...then]).values()];
  const exported = ruleUids(were.filter((rule) => rule !== null));
  const known = new Map<string, ScheduleRule>([
    ...byId,
    ...here.map((rule) => [rule.source?.uid ?? '', rule] as const),
    ...[...exported].flatMap(([id, uid]) => {
      const rule = byId.get(id);
      return rule === undefined ? [] : [[uid, rule] as const];
    }),
  ]);
  return ({ uid, rule: id }) => {
    const rule = byId.get(id ?? '');
    return rule?.source?.uid === uid ? rule : known.get(uid);
  };
}

/** One event beside the rule that it is here. */
interface Met {
  readonly event: IcsEvent;
  readonly before: ScheduleRule | undefined;
  readonly wanted: RuleFacts;
  readonly row: CalendarRow;
}

function factsOf({ kind, name, reason, holds }: RuleFacts): RuleFacts {
  return { kind, name, reason, holds };
}

function wantedOf({ kind, name, description: reason, holds }: IcsEvent, otherwise: ScheduleRuleKind): RuleFacts {
  return { kind: kind ?? otherwise, name, reason, holds };
}

/** What is known of the rules from before, by which it shows what was changed by hand since. */
interface Past {
  /** What the rules were that changed since an own calendar was written here; null where it was written elsewhere. */
  readonly rulesThen: ReadonlyMap<string, ScheduleRule | null> | null;
  readonly baseOf: (rule: ScheduleRule) => Partial<RuleFacts> | undefined;
  /** The events of the calendar when it was last taken, by uid. */
  readonly lastSaid: ReadonlyMap<string, IcsEvent>;
}

/**
 * An own calendar is compared with the plan of the moment when it was written, which the journal knows: what only the plan changed
 * since then stays. Any other one is compared with what imports wrote.
 */
function pastOf(db: ReadDb, { calendar }: CalendarFile, { journal }: ReadCalendar): Past {
  const mark = journal !== null && hashOfEntry(db, journal.seq) === journal.hash ? journal : null;
  const images = importedRules(db);
  const then = mark === null ? null : rulesBefore(db, mark.seq);
  const lastText = lastCalendarText(db, calendar);
  const last = lastText === null ? null : readCalendar(lastText, readWorkspace(db).zone);
  // Two exports are two states of the plan; only one that was edited and taken before says what its edits were.
  const isSameFile = mark === null || last?.journal?.hash === mark.hash;
  return {
    rulesThen: then,
    baseOf: (rule) => {
      if (then === null) return images.get(rule.id);
      return then.has(rule.id) ? (then.get(rule.id) ?? images.get(rule.id)) : rule;
    },
    lastSaid: new Map(isSameFile ? last?.events.map((event) => [event.uid, event] as const) : []),
  };
}

function meet(event: IcsEvent, before: ScheduleRule | undefined, file: CalendarFile, past: Past): Met {
  const { uid, name } = event;
  const wanted = wantedOf(event, before?.kind ?? file.kind);
  const shown = { uid, name, notes: [...event.notes], problem: null };
  if (before === undefined) {
    const row = { ...shown, state: 'new' as const, changed: [], kept: [], here: null, there: null };
    return { event, before, wanted, row };
  }
  const last = past.lastSaid.get(uid);
  const lastSaid = last && wantedOf(last, before.kind);
  const { changed, kept } = compareRule({ before, wanted, base: past.baseOf(before), lastSaid }, file.overHand);
  const differs = changed.length + kept.length > 0;
  const row = {
    ...shown,
    state: changed.length > 0 ? ('changed' as const) : ('same' as const),
    changed: [...changed],
    kept: [...kept],
    here: differs ? factsOf(before) : null,
    there: differs ? wanted : null,
  };
  return { event, before, wanted, row };
}

/** What a rule becomes: what the file does not change stays, what was typed here and what the rule is about. */
function changedRule(before: ScheduleRule, { wanted, row }: Pick<Met, 'wanted' | 'row'>): ScheduleRule {
  const changes = Object.fromEntries(row.changed.map((fact) => [fact, wanted[fact]])) as Partial<RuleFacts>;
  return { ...before, ...changes };
}

/** An event that cannot be taken says so, in the preview as in the import. */
function checked(db: ReadDb, one: Met): Met {
  const { before, row } = one;
  if (before === undefined || row.changed.length === 0) return one;
  try {
    assertStaysFreeze(db, changedRule(before, one));
    return one;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // A row's problem is a clause: whoever shows it ends the sentence.
    const problem = `${error.message} ${error.remedy ?? ''}`.trim().replace(/\.$/, '');
    return { ...one, row: { ...row, state: 'problem', changed: [], kept: [], here: null, there: null, problem } };
  }
}

function readAndMeet(db: ReadDb, file: CalendarFile): { readonly read: ReadCalendar; readonly met: readonly Met[] } {
  const read = readCalendar(file.text, readWorkspace(db).zone);
  const past = pastOf(db, file, read);
  const ruleOf = knownRules(db, file.calendar, past.rulesThen);
  return { read, met: read.events.map((event) => checked(db, meet(event, ruleOf(event), file, past))) };
}

/** Shows what importing a calendar file would do; nothing is written. */
export function previewCalendar({ db }: CoreContext, file: CalendarFile) {
  const { read, met } = readAndMeet(db, file);
  const { name, problems, cancelled, plan } = read;
  const none = { changed: [], kept: [], here: null, there: null, notes: [] };
  const rows: CalendarRow[] = [
    ...problems.map((one) => ({ ...one, ...none, state: 'problem' as const })),
    ...met.map(({ row }) => row),
  ];
  const uids = new Set(rows.map(({ uid }) => uid));
  const own = allScheduleRules(db).filter(({ source }) => source?.calendar === file.calendar);
  const gone = own.flatMap((rule) =>
    rule.source === null || uids.has(rule.source.uid) ? [] : [{ uid: rule.source.uid, name: rule.name }],
  );
  return { name, rows, gone, cancelled, plan };
}

/** Takes the accepted events of a calendar file: one decision, one entry of the journal, one undo. */
export function importCalendar(
  file: CalendarFile & { readonly scope: Scope; readonly accepted: readonly string[] },
  { tx, newId }: CommandTools,
): Decision<{ added: number; changed: number }> {
  const accepted = new Set(file.accepted);
  const met = readAndMeet(tx.db, file).met.filter(({ event }) => accepted.has(event.uid));
  const takeable = met.filter(({ row }) => row.problem === null);
  if (takeable.length === 0) {
    const [refused] = met;
    throw new Failure('BAD_INPUT', refused?.row.problem ?? 'None of the accepted events is in the file any more.', {
      where: 'accepted',
      remedy: 'Read the file again and choose anew.',
    });
  }
  const counts = { added: 0, changed: 0 };
  for (const { event, before, wanted, row } of takeable) {
    if (before === undefined) {
      counts.added += 1;
      const source = { calendar: file.calendar, uid: event.uid };
      // Ids made by newId are ids.
      const id = newId('schedule-rule') as ScheduleRuleId;
      tx.put('schedule-rule', { id, owner: '', scope: file.scope, ...wanted, source });
    } else if (row.changed.length > 0) {
      counts.changed += 1;
      tx.put('schedule-rule', changedRule(before, { wanted, row }));
    }
  }
  return {
    output: counts,
    summary: `Imported calendar “${file.calendar}”: ${counts.added} new, ${counts.changed} changed`,
  };
}
