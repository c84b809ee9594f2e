import type { Conflict } from '../../model/conflict.ts';
import type { ServiceId } from '../../model/ids.ts';
import type { Release } from '../../model/release.ts';
import type { Span } from '../../model/span.ts';
import { instant, type LocalTime } from '../../model/time.ts';
import { isAhead } from '../calendar/release-ahead.ts';
import { dayWords, localWords } from '../calendar/time-words.ts';
import { dayOfLocal, toLocal } from '../calendar/zoned-time.ts';
import { hullOf } from './deployments.ts';
import { conflictKey } from './key.ts';
import type { Edit } from './plan.ts';
import type { Need } from './plan-graphs.ts';
import type { Rule } from './rule.ts';
import { quoted, thingOf } from './sides.ts';
import type { SpanIndex, Spanned } from './span-index.ts';
import { datedReleasesOf } from './subjects.ts';
import type { PlanView } from './view.ts';

const KIND = 'dependency-order';
const DAY = 86_400_000;

interface Candidate {
  readonly release: Release;
  readonly span: Span;
  readonly distance: number;
  /** It is there, or will be, before the other one begins. */
  readonly inTime: boolean;
}

/** The release that needs, from its first deployment's start to its last one's end. */
interface Own {
  readonly release: Release;
  readonly span: Span;
}

interface Late {
  readonly need: Need;
  readonly provider: Candidate;
}

function reachOf(view: PlanView): number {
  return view.tables.fixed.assumptions.dependencyDays * DAY;
}

/** The releases of a train that start nearest before and after a moment; several where they start together. */
function* around(moment: number, runs: SpanIndex<Release>): Iterable<Spanned<Release>> {
  const place = runs.startingBefore(moment);
  const [before, after] = [runs.at(place - 1), runs.at(place)];
  for (let at = place - 1; before && runs.at(at)?.span.start === before.span.start; at -= 1) {
    yield runs.at(at) as Spanned<Release>;
  }
  for (let at = place; after && runs.at(at)?.span.start === after.span.start; at += 1) {
    yield runs.at(at) as Spanned<Release>;
  }
}

/**
 * Whether a release of a needed service belongs to another release of the train that needs it: that one lies nearer to it, or
 * as near with the service in time. A weekly train above a fortnightly one waits for it every second week only.
 */
function belongsToAnother(view: PlanView, own: Own, provider: Candidate): boolean {
  for (const { item, span } of around(provider.span.start, view.runsOf(own.release.trainId))) {
    if (item.id === own.release.id) continue;
    const distance = Math.abs(span.start - provider.span.start);
    if (distance < provider.distance) return true;
    if (distance === provider.distance && span.start > own.span.start) return true;
  }
  return false;
}

function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.distance !== b.distance) return a.distance < b.distance;
  if (a.inTime !== b.inTime) return a.inTime;
  return a.release.id < b.release.id;
}

/** The release of a needed service that belongs to a release: the nearest one, of two as near the one in time. */
function providerOf(view: PlanView, start: number, need: Need): Candidate | null {
  let best: Candidate | null = null;
  for (const train of need.trains) {
    for (const { item, span } of around(start, view.runsOf(train))) {
      const inTime = item.state === 'departed' || span.end <= start;
      const candidate = { release: item, span, distance: Math.abs(span.start - start), inTime };
      if (best === null || isBetter(candidate, best)) best = candidate;
    }
  }
  return best !== null && best.distance <= reachOf(view) ? best : null;
}

function directFirst(a: Late, b: Late): number {
  return a.need.way.length - b.need.way.length || (a.need.service < b.need.service ? -1 : 1);
}

/** Which of the two comes first, as it is and as it must not be, on the clock of the release that needs. */
function orderText(view: PlanView, { release, span: own }: Own, { release: other, span }: Candidate): string {
  const [mine, theirs] = [toLocal(own.start, release.zone), toLocal(span.start, release.zone)];
  const isSameDay = dayOfLocal(mine) === dayOfLocal(theirs);
  const when = (at: LocalTime) => (isSameDay ? localWords(at) : dayWords(dayOfLocal(at)));
  const needed = `${quoted(view.titleOf(other.id))} (${when(theirs)})`;
  const needing = `${quoted(view.titleOf(release.id))} (${when(mine)})`;
  if (span.start > own.start) return `${needed} comes after ${needing}`;
  return `${needed} is not over when ${needing} begins`;
}

function conflictOf(view: PlanView, own: Own, late: readonly Late[]): readonly Conflict[] {
  const [worst] = [...late].sort(directFirst);
  if (worst === undefined) return [];
  const { need, provider } = worst;
  const path = need.way.map((id) => thingOf(view, 'service', id));
  const names = path.map(({ name }) => quoted(name));
  const direct = need.way.length === 2;
  const through = direct ? '' : ` (through ${names.slice(1, -1).join(', ')})`;
  const side = ({ release, span }: Own) => ({
    thing: thingOf(view, 'release', release.id),
    span,
    releaseId: release.id,
  });
  return [
    {
      kind: KIND,
      key: conflictKey(KIND, [own.release.id, provider.release.id]),
      sides: [side(own), side(provider)],
      sideCount: 2,
      atLeast: false,
      at: { start: own.span.start, end: instant(Math.max(own.span.start, provider.span.end)) },
      rule: `${names[0]} needs ${names.at(-1)} first${through}, but ${orderText(view, own, provider)}.`,
      resource: path.at(-1) ?? side(own).thing,
      relation: 'parent',
      path,
      ...(direct
        ? { severity: 'serious', because: `${names[0]} would run for a while without what it needs.` }
        : { severity: 'minor', because: 'It needs it only through others.' }),
      consumer: need.way[0] as ServiceId,
      dependency: need.service as ServiceId,
      others: late.length - 1,
    },
  ];
}

function find(view: PlanView, subject: string): readonly Conflict[] {
  const release = view.tables.release.get(subject);
  if (release === undefined || !isAhead(release)) return [];
  const own = { release, span: hullOf(view.deploymentsOf(subject)) };
  const late = view.graphs.needsOf(release.trainId).flatMap((need): readonly Late[] => {
    const provider = providerOf(view, own.span.start, need);
    const isLate = provider !== null && !provider.inTime && !belongsToAnother(view, own, provider);
    return isLate ? [{ need, provider }] : [];
  });
  const byProvider = Map.groupBy(late, ({ provider }) => provider.release.id);
  return [...byProvider.values()].flatMap((each) => conflictOf(view, own, each));
}

/** The releases of a train that start within a reach of a moment. */
function* near(view: PlanView, trainId: string, moment: number, reach: number): Iterable<string> {
  const runs = view.runsOf(trainId);
  for (let at = runs.startingBefore(moment - reach); ; at += 1) {
    const run = runs.at(at);
    if (run === undefined || run.span.start > moment + reach) return;
    yield run.id;
  }
}

/** A release, those near it that need what it ships, and those of its train that may share what they need with it. */
function touchedBy(view: PlanView, releaseId: string): readonly string[] {
  const release = view.tables.release.get(releaseId);
  if (release === undefined) return [releaseId];
  const { start } = hullOf(view.deploymentsOf(releaseId));
  const reach = reachOf(view);
  const consumers = [...view.graphs.consumersOf(release.trainId)].flatMap((id) => [...near(view, id, start, reach)]);
  const needs = view.graphs.needsOf(release.trainId).length > 0;
  // What two releases may share lies within reach of both.
  return [releaseId, ...consumers, ...(needs ? near(view, release.trainId, start, 2 * reach) : [])];
}

function touched(view: PlanView, edit: Edit): Iterable<string> {
  return datedReleasesOf(view, edit).flatMap((id) => touchedBy(view, id));
}

/**
 * A release whose services need a service of another train, directly or through others, where the release of that service
 * which lies nearest does not end before it begins, unless that one belongs to another release of its train. Releases further
 * apart than the plan's `dependencyDays` do not wait for each other; services that need each other in a ring have no order.
 */
export const dependencyOrder: Rule = { name: KIND, over: 'releases', find, touched };
