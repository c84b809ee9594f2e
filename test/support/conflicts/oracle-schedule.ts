import type { Plan } from '../../../shared/domain/conflicts/plan.ts';
import type { Relation } from '../../../shared/model/conflict.ts';
import type { Booking, Environment } from '../../../shared/model/environment.ts';
import type { ScheduleRule, ScheduleRuleKind, Scope } from '../../../shared/model/schedule-rule.ts';
import type { Span } from '../../../shared/model/span.ts';
import {
  type Deployed,
  dependencies,
  deployedText,
  deploymentsAhead,
  foundations,
  meet,
  type Seen,
  share,
  shipped,
  sideText,
  steps,
  trainOf,
} from './oracle-base.ts';
import { held, placeOf, spanOf } from './oracle-bookings.ts';

interface Touch {
  readonly service: string | null;
  readonly region: string | null;
  readonly environment: string | null;
  readonly tier: number | null;
  readonly team: string | null;
}

interface Doing {
  readonly text: string;
  readonly span: Span;
  readonly touches: readonly Touch[];
  readonly places: readonly string[];
  readonly services: readonly string[] | null;
  readonly booking: Booking | null;
}

const NOTHING: Touch = { service: null, region: null, environment: null, tier: null, team: null };

function about(scope: Scope, touch: Touch): boolean {
  const says = <T>(list: readonly T[], value: T | null) =>
    list.length === 0 || (value !== null && list.includes(value));
  const regions = scope.regions.map((each) => each.toLowerCase());
  return (
    says(scope.services as readonly string[], touch.service) &&
    says(scope.environments as readonly string[], touch.environment) &&
    says(scope.tiers as readonly number[], touch.tier) &&
    says(scope.teams as readonly string[], touch.team) &&
    says(regions, touch.region?.toLowerCase() ?? null) &&
    scope.tenants.length === 0
  );
}

function touchesOf(plan: Plan, services: readonly string[], place: Environment | null): readonly Touch[] {
  return services.flatMap((id) => {
    const service = plan.services.find((each) => each.id === id);
    if (service === undefined) return [];
    let regions: readonly (string | null)[] = service.regions.length > 0 ? service.regions : [null];
    if (place?.region) regions = [place.region];
    return regions.map((region) => ({
      service: id,
      region,
      environment: place?.id ?? null,
      tier: service.tier,
      team: service.teamId,
    }));
  });
}

function atPlace(place: Environment | null, team: string | null): Touch {
  return { ...NOTHING, environment: place?.id ?? null, region: place?.region ?? null, team };
}

function deploying(plan: Plan, each: Deployed): Doing {
  const services = shipped(plan, each.release);
  const teams = trainOf(plan, each.release)?.train.teams ?? [];
  const target = (when: (booking: Booking) => boolean) =>
    plan.environments.filter((place) =>
      plan.bookings.some(
        (booking) =>
          booking.environmentId === place.id &&
          booking.releaseId === each.release.id &&
          (place.kind === 'production' || booking.purpose !== 'use') &&
          when(booking),
      ),
    );
  const then = target((booking) => share(spanOf(booking), each.span));
  const booked = then.length > 0 ? then : target(() => true);
  const places: readonly (Environment | null)[] = booked.length > 0 ? booked : [null];
  const touches = places.flatMap((place) => [
    ...touchesOf(plan, services, place),
    ...teams.map((team) => atPlace(place, team)),
  ]);
  return {
    text: deployedText(each),
    span: each.span,
    touches: touches.length > 0 ? touches : places.map((place) => atPlace(place, null)),
    places: booked.map(({ id }) => id),
    services: trainOf(plan, each.release) ? services : null,
    booking: null,
  };
}

function booking(plan: Plan, each: Booking): readonly Doing[] {
  const place = placeOf(plan, each);
  if (place === undefined) return [];
  const release = plan.releases.find(({ id }) => id === each.releaseId);
  const ofTrain = release ? shipped(plan, release) : [];
  const named = each.services.length > 0 ? each.services : ofTrain;
  const touches = [...touchesOf(plan, named, place), atPlace(place, null)];
  const text = sideText('booking', each.id, spanOf(each));
  return [{ text, span: spanOf(each), touches, places: [place.id], services: null, booking: each }];
}

interface Meant {
  readonly touches: readonly Touch[];
  readonly relation: Relation;
  readonly length: number;
}

function nearest(ids: readonly string[], distance: (id: string) => number, touches: (id: string) => readonly Touch[]) {
  const able = ids
    .map((id) => ({ id, far: distance(id) }))
    .filter(({ id, far }) => far > 0 && Number.isFinite(far) && touches(id).length > 0);
  const least = Math.min(...able.map(({ far }) => far));
  const found = able.find(({ far }) => far === least);
  return found ? { touches: touches(found.id), length: found.far + 1 } : null;
}

function meaning(plan: Plan, doing: Doing, kind: ScheduleRuleKind, scope: Scope): Meant | null {
  let same = doing.touches.filter((touch) => about(scope, touch));
  if (same.length === 0 && doing.booking?.services.length === 0) {
    const place = placeOf(plan, doing.booking) ?? null;
    same = touchesOf(plan, scope.services, place).filter((touch) => about(scope, touch));
  }
  if (same.length > 0) return { touches: same, relation: 'same', length: 0 };
  const ofService = (id: string) => touchesOf(plan, [id], null).filter((touch) => about(scope, touch));
  const edges = dependencies(plan);
  const own = doing.services ?? [];
  const needed = (id: string) => Math.min(...own.map((each) => steps(each, id, edges)));
  const needing = (id: string) => Math.min(...own.map((each) => steps(id, each, edges)));
  if (kind === 'freeze' && doing.services) {
    const child = nearest(scope.services, needing, ofService);
    if (child) return { ...child, relation: 'child' };
  }
  const parent = doing.services ? nearest(scope.services, needed, ofService) : null;
  if (parent) return { ...parent, relation: 'parent' };
  if (kind !== 'maintenance') return null;
  for (const from of doing.places) {
    const ofPlace = (id: string) => {
      const place = plan.environments.find((each) => each.id === id);
      return place ? [atPlace(place, null)].filter((touch) => about(scope, touch)) : [];
    };
    const below = nearest(scope.environments, (id) => steps(from, id, foundations(plan)), ofPlace);
    if (below) return { ...below, relation: 'parent' };
  }
  return null;
}

/** Hours of a span that no override lets through, by looking at each half hour. */
function blockedIn(plan: Plan, rule: ScheduleRule, touch: Touch, span: Span): readonly number[] {
  const found: number[] = [];
  for (let at: number = span.start; at < span.end; at += 1_800_000) {
    const through = plan.overrides.some(
      (each) =>
        rule.kind === 'freeze' &&
        each.freezeId === rule.id &&
        each.approvedBy === 'Ben' &&
        about(each.scope, touch) &&
        each.startAt <= at &&
        at < each.endAt,
    );
    if (!through) found.push(at);
  }
  return found;
}

/** Everything in the way of a deployment or booking, before crowds are made. */
function blocks(plan: Plan, doing: Doing, kind: 'freeze' | 'maintenance'): readonly (Seen & { order: string })[] {
  return plan.rules.flatMap(({ rule, occurrences }) => {
    if (rule.kind !== kind) return [];
    const named = rule.scope.environments as readonly string[];
    if (doing.booking && kind === 'freeze' && !named.includes(doing.booking.environmentId)) return [];
    const meant = meaning(plan, doing, kind, rule.scope);
    if (meant === null) return [];
    return occurrences.flatMap(({ key, span }) => {
      if (!share(span, doing.span)) return [];
      const left = meant.touches.flatMap((touch) => blockedIn(plan, rule, touch, meet(span, doing.span)));
      if (left.length === 0) return [];
      const at = { start: Math.min(...left), end: Math.max(...left) + 1_800_000 } as Span;
      const near = ['same', 'child', 'parent'].indexOf(meant.relation);
      return [
        {
          kind: kind === 'freeze' ? ('release-in-freeze' as const) : ('release-in-maintenance' as const),
          sides: [doing.text, sideText('rule', rule.id, span)],
          count: 2,
          at,
          relation: meant.relation,
          pathLength: meant.length,
          order: `${near} ${rule.id} ${key}`,
        },
      ];
    });
  });
}

function doings(plan: Plan): readonly Doing[] {
  return [
    ...deploymentsAhead(plan).map((each) => deploying(plan, each)),
    ...held(plan).flatMap((each) => booking(plan, each)),
  ];
}

/** The keys that each block of an activity can be told by: its own, and its activity's crowd's. */
export function blockKeys(plan: Plan): readonly (readonly string[])[] {
  return doings(plan).flatMap((doing) =>
    (['freeze', 'maintenance'] as const).flatMap((kind) =>
      blocks(plan, doing, kind).map(({ kind: name, order }) => {
        const id = doing.text.split(/[:@]/)[1];
        const activity = `${name} ${doing.booking ? 'booking' : 'deployment'} ${id}`;
        return [`${activity} ${order.slice(2)}`, `${activity} *`];
      }),
    ),
  );
}

export function seenBlocks(plan: Plan, kind: 'freeze' | 'maintenance'): readonly Seen[] {
  return doings(plan).flatMap((doing): readonly Seen[] => {
    const found = [...blocks(plan, doing, kind)].sort((a, b) => (a.order < b.order ? -1 : 1));
    const [worst] = found;
    if (found.length <= 8 || worst === undefined) return found;
    const rules = found.slice(0, 11).flatMap(({ sides }) => sides.slice(1));
    const at = {
      start: Math.min(...found.map((each) => each.at.start)),
      end: Math.max(...found.map((each) => each.at.end)),
    };
    return [{ ...worst, sides: [doing.text, ...rules], count: found.length + 1, at: at as Span }];
  });
}

export function seenOutside(plan: Plan): readonly Seen[] {
  return deploymentsAhead(plan).flatMap((each): readonly Seen[] => {
    const { text, span, touches } = deploying(plan, each);
    if (span.start < plan.horizon.start || span.end > plan.horizon.end) return [];
    const outside = touches.flatMap((touch) => {
      const rules = plan.rules.filter(({ rule }) => rule.kind === 'window' && about(rule.scope, touch));
      const times = rules.flatMap(({ rule, occurrences }) => occurrences.map((one) => ({ id: rule.id, ...one })));
      const bare: number[] = [];
      for (let at: number = span.start; at < span.end; at += 1_800_000) {
        if (!times.some((one) => one.span.start <= at && at < one.span.end)) bare.push(at);
      }
      return rules.length > 0 && bare.length > 0 ? [{ bare, times }] : [];
    });
    const [first] = outside;
    if (first === undefined) return [];
    const all = outside.flatMap(({ bare }) => bare);
    const sorted = first.times
      .filter((one) => one.span.start < one.span.end)
      .sort((a, b) => a.span.start - b.span.start || (`${a.id} ${a.key}` < `${b.id} ${b.key}` ? -1 : 1));
    const before = sorted.filter((one) => one.span.start < span.start).at(-1);
    const after = sorted.find((one) => one.span.start >= span.start);
    const far = (one: typeof before) => (one ? Math.abs(one.span.start - span.start) : Number.POSITIVE_INFINITY);
    const near = far(before) < far(after) ? before : (after ?? before);
    return [
      {
        kind: 'outside-window',
        sides: [text, ...(near ? [sideText('rule', near.id, near.span)] : [])],
        count: near ? 2 : 1,
        at: { start: Math.min(...all), end: Math.max(...all) + 1_800_000 } as Span,
        relation: 'same',
        pathLength: 0,
      },
    ];
  });
}
