import type { Plan } from '../../../shared/domain/conflicts/plan.ts';
import type { Conflict } from '../../../shared/model/conflict.ts';
import type { Milestone, Release } from '../../../shared/model/release.ts';
import type { Span } from '../../../shared/model/span.ts';
import {
  ahead,
  type Deployed,
  dependencies,
  deployed,
  deployedText,
  deploymentsAhead,
  grouped,
  meet,
  type Seen,
  share,
  shipped,
  sideText,
  steps,
  trainOf,
} from './oracle-base.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function seen(kind: Conflict['kind'], sides: readonly string[], at: Span, pathLength = 0): Seen {
  return { kind, sides, count: sides.length, at, relation: pathLength > 0 ? 'parent' : 'same', pathLength };
}

function milestoneText({ id, startAt, endAt }: Milestone): string {
  return sideText('milestone', id, { start: startAt, end: endAt ?? startAt });
}

function pairsOf(
  list: readonly Deployed[],
  clash: (a: Deployed, b: Deployed) => boolean,
): (readonly [Deployed, Deployed])[] {
  return list.flatMap((a, index) =>
    list
      .slice(index + 1)
      .flatMap((b) => (a.release.id !== b.release.id && share(a.span, b.span) && clash(a, b) ? [[a, b] as const] : [])),
  );
}

function seenPairs(kind: Conflict['kind'], pairs: readonly (readonly [Deployed, Deployed])[]): readonly Seen[] {
  return grouped(
    pairs,
    (a, b) => seen(kind, [deployedText(a), deployedText(b)], meet(a.span, b.span)),
    (one, others) => ({
      ...seen(kind, [one, ...others.slice(0, 11)].map(deployedText), one.span),
      count: others.length + 1,
    }),
  );
}

function servicePairs(plan: Plan): readonly (readonly [Deployed, Deployed])[] {
  const clash = (a: Deployed, b: Deployed) =>
    shipped(plan, a.release).some((id) => shipped(plan, b.release).includes(id));
  return pairsOf(deploymentsAhead(plan), clash);
}

export function seenServiceClashes(plan: Plan): readonly Seen[] {
  return seenPairs('service-clash', servicePairs(plan));
}

function dutyPairs(plan: Plan, personId: string): readonly (readonly [Deployed, Deployed])[] {
  const has = (release: Release) =>
    plan.assignments.some((each) => each.personId === personId && each.releaseId === release.id);
  return pairsOf(
    deploymentsAhead(plan).filter(({ release }) => has(release)),
    () => true,
  );
}

function pairKeys(prefix: string, [a, b]: readonly [Deployed, Deployed]): readonly string[] {
  const [first, second] = [a.id, b.id].sort();
  return [`${prefix} ${first} ${second}`, `${prefix} ${first} *`, `${prefix} ${second} *`];
}

/** The keys that clashes of two deployments can be told by: their own, and each one's crowd's. */
export function deploymentKeys(plan: Plan): readonly (readonly string[])[] {
  return [
    ...servicePairs(plan).map((pair) => pairKeys('service-clash', pair)),
    ...plan.people.flatMap(({ id }) => dutyPairs(plan, id).map((pair) => pairKeys(`double-booked person ${id}`, pair))),
  ];
}

function hull(list: readonly Deployed[]): Span {
  const [starts, ends] = [list.map(({ span }) => span.start), list.map(({ span }) => span.end)];
  return { start: Math.min(...starts), end: Math.max(...ends) } as Span;
}

export function seenDependencies(plan: Plan): readonly Seen[] {
  const edges = dependencies(plan);
  const limit = plan.assumptions.dependencyDays * DAY;
  const known = new Set(plan.services.map(({ id }) => id as string));
  return ahead(plan).flatMap((release) => {
    const own = shipped(plan, release);
    const span = hull(deployed(plan, release));
    const late = [...known].flatMap((service) => {
      const far = Math.min(...own.map((each) => steps(each, service, edges)));
      const inRing = own.some(
        (each) => Number.isFinite(steps(service, each, edges)) && Number.isFinite(steps(each, service, edges)),
      );
      if (own.includes(service) || !Number.isFinite(far) || inRing) return [];
      const providers = plan.releases
        .filter(
          (each) =>
            each.state !== 'cancelled' && each.trainId !== release.trainId && shipped(plan, each).includes(service),
        )
        .map((each) => {
          const theirs = hull(deployed(plan, each));
          const inTime = each.state === 'departed' || theirs.end <= span.start;
          return { each, theirs, inTime, distance: Math.abs(theirs.start - span.start) };
        })
        .sort(
          (a, b) => a.distance - b.distance || Number(b.inTime) - Number(a.inTime) || (a.each.id < b.each.id ? -1 : 1),
        );
      const [best] = providers;
      if (!best || best.inTime || best.distance > limit) return [];
      const ownersOfBest = plan.releases
        .filter((each) => each.state !== 'cancelled' && each.trainId === release.trainId)
        .map((each) => hull(deployed(plan, each)).start)
        .sort((a, b) => Math.abs(a - best.theirs.start) - Math.abs(b - best.theirs.start) || b - a);
      return ownersOfBest[0] === span.start ? [{ ...best, far }] : [];
    });
    return [...Map.groupBy(late, ({ each }) => each.id).values()].map((group) => {
      const far = Math.min(...group.map((each) => each.far));
      const { each, theirs } = group[0] as (typeof group)[0];
      const sides = [sideText('release', release.id, span), sideText('release', each.id, theirs)];
      const at = { start: span.start, end: Math.max(span.start, theirs.end) } as Span;
      return seen('dependency-order', sides, at, far + 1);
    });
  });
}

export function seenDoubleBooked(plan: Plan): readonly Seen[] {
  const people = plan.people.flatMap(({ id }) => seenPairs('double-booked', dutyPairs(plan, id)));
  const roles = ahead(plan).flatMap((release) => {
    const leads = plan.assignments.filter(
      (each) => each.releaseId === release.id && each.role.toLowerCase() === 'release lead',
    );
    if (new Set(leads.map(({ personId }) => personId)).size < 2) return [];
    const span = hull(deployed(plan, release));
    return [
      seen(
        'double-booked',
        leads.map(({ id }) => sideText('assignment', id, span)),
        span,
      ),
    ];
  });
  return [...people, ...roles];
}

const order = ['scope-cut-off', 'code-freeze', 'integration', 'uat', 'go-no-go', 'deployment', 'hypercare'];

interface Point {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

function pointsOf(plan: Plan, release: Release): readonly Point[] {
  const milestones = plan.milestones
    .filter((each) => each.releaseId === release.id && each.kind !== 'deployment')
    .map((each) => ({
      kind: each.kind,
      start: each.startAt,
      end: each.endAt ?? each.startAt,
      text: milestoneText(each),
    }));
  const deployments = deployed(plan, release).map((each) => ({
    kind: 'deployment',
    ...each.span,
    text: deployedText(each),
  }));
  return [...milestones, ...deployments];
}

/** The first point of a kind; of those that start together any, since only its start matters to what is found. */
function firstStart(points: readonly Point[], kind: string): number {
  return Math.min(...points.filter((each) => each.kind === kind).map(({ start }) => start));
}

export interface OrderSeen {
  readonly late: string;
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

/** Which milestone comes after the first of which later kind, and from when to when. */
export function seenOrder(plan: Plan): readonly OrderSeen[] {
  return ahead(plan).flatMap((release) => {
    const points = pointsOf(plan, release);
    return points.flatMap((late) =>
      order.flatMap((kind, rank) => {
        const start = firstStart(points, kind);
        const isLate = order.includes(late.kind) && order.indexOf(late.kind) < rank && late.start > start;
        return isLate ? [{ late: late.text, kind, start, end: late.start }] : [];
      }),
    );
  });
}

/** Which approval is over after the start of which gate. */
export function seenApprovals(plan: Plan): readonly OrderSeen[] {
  return ahead(plan).flatMap((release) => {
    const points = pointsOf(plan, release);
    return points.flatMap((cab) =>
      ['go-no-go', 'deployment'].flatMap((kind) => {
        const start = firstStart(points, kind);
        return cab.kind === 'cab' && cab.end > start ? [{ late: cab.text, kind, start, end: cab.end }] : [];
      }),
    );
  });
}

export function seenCutOffs(plan: Plan): readonly Seen[] {
  return ahead(plan).flatMap((release) => {
    const count = plan.unboarded.filter(({ releaseId }) => releaseId === release.id).at(-1)?.count ?? 0;
    const cutOffs = plan.milestones.filter((each) => each.releaseId === release.id && each.kind === 'scope-cut-off');
    const passed = cutOffs.filter(({ startAt, endAt }) => (endAt ?? startAt) <= plan.now);
    return (count === 0 ? [] : passed).map((each) => {
      const at = { start: each.endAt ?? each.startAt, end: plan.now };
      return seen('cut-off-passed', [milestoneText(each), sideText('scope', release.id, at)], at);
    });
  });
}

function isWorked(plan: Plan, release: Release, day: number): boolean {
  const weekday = new Date(day).getUTCDay();
  const text = new Date(day).toISOString().slice(0, 10);
  return weekday !== 0 && weekday !== 6 && !trainOf(plan, release)?.days.daysOff.has(text as never);
}

/** Buffers by stepping back a day at a time, from the release day on; random plans live in UTC. */
export function seenBuffers(plan: Plan): readonly Seen[] {
  return ahead(plan).flatMap((release) => {
    const size = trainOf(plan, release)?.train.bufferDays ?? 0;
    let start = (Math.floor(release.departsAt / DAY) + 1) * DAY;
    for (let left = size; left > 0; ) {
      start -= DAY;
      if (isWorked(plan, release, start)) left -= 1;
    }
    if (start >= release.departsAt) return [];
    const buffer = { start, end: release.departsAt } as Span;
    return plan.milestones.flatMap((each): readonly Seen[] => {
      const byStart = each.kind === 'scope-cut-off' || each.kind === 'code-freeze';
      const byEnd = each.kind === 'integration' || each.kind === 'uat';
      const done = byStart ? each.startAt : (each.endAt ?? each.startAt);
      if (size === 0 || each.releaseId !== release.id || !(byStart || byEnd) || done <= start) return [];
      const at = { start, end: Math.min(done, release.departsAt) } as Span;
      return [seen('buffer-eaten', [milestoneText(each), sideText('buffer', release.id, buffer)], at)];
    });
  });
}

interface Duty {
  readonly text: string;
  readonly span: Span;
  readonly isDeployment: boolean;
}

function duties(plan: Plan, release: Release): readonly Duty[] {
  const decisions = plan.milestones.filter((each) => each.releaseId === release.id && each.kind === 'go-no-go');
  return [
    ...deployed(plan, release).map((each) => ({ text: deployedText(each), span: each.span, isDeployment: true })),
    ...decisions.map((each) => {
      const span = { start: each.startAt, end: Math.max(each.endAt ?? each.startAt, each.startAt + 60_000) } as Span;
      return { text: sideText('milestone', each.id, span), span, isDeployment: false };
    }),
  ];
}

function dayOffTexts(days: ReadonlyMap<string, string>, span: Span): readonly string[] {
  return [...days.keys()].sort().flatMap((day) => {
    const start = Date.parse(`${day}T00:00Z`);
    const own = { start, end: start + DAY } as Span;
    return share(own, span) ? [sideText('day-off', day, own)] : [];
  });
}

function firstMeeting(texts: readonly string[], duty: Duty, offsetOf: (text: string) => Span): Span {
  return meet(duty.span, offsetOf(texts[0] as string));
}

function spanOfText(text: string): Span {
  const [start, end] = (text.split('@')[1] as string).split(/(?<=\d)-/).map(Number) as [number, number];
  const monday = Date.UTC(2027, 0, 4);
  return { start: monday + start * HOUR, end: monday + end * HOUR } as Span;
}

/** Who is away, told with `person` or `team` and the id. */
export function seenAway(plan: Plan): readonly (Seen & { readonly who: string })[] {
  return ahead(plan).flatMap((release) => {
    const train = trainOf(plan, release);
    const has = (id: string) =>
      train?.ownerId === id || plan.assignments.some((each) => each.releaseId === release.id && each.personId === id);
    const people = plan.people
      .filter(({ id }) => has(id))
      .flatMap((person) => {
        const absences = plan.absences
          .filter(({ personId }) => personId === person.id)
          .toSorted(
            (a, b) => (a.firstDay < b.firstDay ? -1 : Number(a.firstDay > b.firstDay)) || (a.id < b.id ? -1 : 1),
          );
        const off = plan.teams.find(({ team }) => team.id === person.teamId)?.days.daysOff ?? new Map();
        return duties(plan, release).flatMap((duty) => {
          const absent = absences.flatMap(({ id, firstDay, lastDay }) => {
            const span = {
              start: Date.parse(`${firstDay}T00:00Z`),
              end: Date.parse(`${lastDay}T00:00Z`) + DAY,
            } as Span;
            return share(span, duty.span) ? [sideText('absence', id, span)] : [];
          });
          return [absent, dayOffTexts(off, duty.span)]
            .filter((texts) => texts.length > 0)
            .map((texts) => ({
              ...seen('owner-away', [duty.text, ...texts], firstMeeting(texts, duty, spanOfText)),
              who: `person ${person.id}`,
            }));
        });
      });
    const own = train?.train.services.flatMap((id) => plan.services.find((each) => each.id === id)?.teamId ?? []) ?? [];
    const teams = [...new Set<string>([...(train?.train.teams ?? []), ...own])].flatMap((id) => {
      const off = plan.teams.find(({ team }) => team.id === id)?.days.daysOff ?? new Map();
      return duties(plan, release)
        .filter(({ isDeployment }) => isDeployment)
        .flatMap((duty) => {
          const texts = dayOffTexts(off, duty.span);
          const at = texts.length === 0 ? duty.span : firstMeeting(texts, duty, spanOfText);
          return texts.length === 0 ? [] : [{ ...seen('owner-away', [duty.text, ...texts], at, 2), who: `team ${id}` }];
        });
    });
    return [...people, ...teams];
  });
}
