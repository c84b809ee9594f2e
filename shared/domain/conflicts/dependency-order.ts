import type { Conflict } from '../../model/conflict.ts';
import type { ServiceId } from '../../model/ids.ts';
import type { Release } from '../../model/release.ts';
import type { Span } from '../../model/span.ts';
import { instant } from '../../model/time.ts';
import { hullOf } from './deployments.ts';
import { conflictKey } from './key.ts';
import type { Edit } from './plan.ts';
import type { Need } from './plan-graphs.ts';
import type { Rule } from './rule.ts';
import { quoted, thingOf } from './sides.ts';
import type { SpanIndex, Spanned } from './span-index.ts';
import { datedReleasesOf } from './subjects.ts';
import { isAhead, type PlanView } from './view.ts';

const KIND = 'dependency-order';
const DAY = 86_400_000;

interface Candidate {
  readonly release: Release;
  readonly span: Span;
  readonly distance: number;
  /** It is there, or will be, before the other one begins. */
  readonly inTime: boolean;
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

function conflictOf(view: PlanView, release: Release, own: Span, late: readonly Late[]): readonly Conflict[] {
  const [worst] = [...late].sort(directFirst);
  if (worst === undefined) return [];
  const { need, provider } = worst;
  const path = need.way.map((id) => thingOf(view, 'service', id));
  const names = path.map(({ name }) => quoted(name));
  const direct = need.way.length === 2;
  const through = direct ? '' : ` (through ${names.slice(1, -1).join(', ')})`;
  const side = (each: Release, span: Span) => ({
    thing: { kind: 'release' as const, id: each.id, name: each.name },
    span,
    releaseId: each.id,
  });
  return [
    {
      kind: KIND,
      key: conflictKey(KIND, [release.id, provider.release.id]),
      sides: [side(release, own), side(provider.release, provider.span)],
      sideCount: 2,
      atLeast: false,
      at: { start: own.start, end: instant(Math.max(own.start, provider.span.end)) },
      rule: `${names[0]} needs ${names.at(-1)} first${through}, but ${quoted(provider.release.name)}, which brings it, is not done when ${quoted(release.name)} begins.`,
      resource: path.at(-1) ?? side(release, own).thing,
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
  const own = hullOf(view.deploymentsOf(subject));
  const late = view.graphs.needsOf(release.trainId).flatMap((need): readonly Late[] => {
    const provider = providerOf(view, own.start, need);
    return provider === null || provider.inTime ? [] : [{ need, provider }];
  });
  const byProvider = Map.groupBy(late, ({ provider }) => provider.release.id);
  return [...byProvider.values()].flatMap((each) => conflictOf(view, release, own, each));
}

/** A release, and those near it that need what it ships. */
function touchedBy(view: PlanView, releaseId: string): readonly string[] {
  const release = view.tables.release.get(releaseId);
  if (release === undefined) return [releaseId];
  const { start } = hullOf(view.deploymentsOf(releaseId));
  const reach = reachOf(view);
  const found: string[] = [releaseId];
  for (const train of view.graphs.consumersOf(release.trainId)) {
    const runs = view.runsOf(train);
    for (let at = runs.startingBefore(start - reach); ; at += 1) {
      const run = runs.at(at);
      if (run === undefined || run.span.start > start + reach) break;
      found.push(run.id);
    }
  }
  return found;
}

function touched(view: PlanView, edit: Edit): Iterable<string> {
  return datedReleasesOf(view, edit).flatMap((id) => touchedBy(view, id));
}

/**
 * A release whose services need a service of another train, directly or through others, where the release of that service
 * which lies nearest does not end before it begins. Releases further apart than the plan's `dependencyDays` do not wait
 * for each other; services that need each other in a ring have no order.
 */
export const dependencyOrder: Rule = { name: KIND, over: 'releases', find, touched };
