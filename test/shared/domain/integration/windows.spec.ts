import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingDays } from '../../../../shared/domain/calendar/working-days.ts';
import { makeSchedule } from '../../../../shared/domain/freezes/schedule.ts';
import { workingSpans } from '../../../../shared/domain/freezes/slot-parts.ts';
import { overlaps, span } from '../../../../shared/domain/freezes/spans.ts';
import type { Place } from '../../../../shared/domain/integration/place.ts';
import { type IntegrationQuestion, integrationOf, type Part } from '../../../../shared/domain/integration/windows.ts';
import { BookingId, ReleaseId, ServiceId } from '../../../../shared/model/ids.ts';
import { type Instant, instant } from '../../../../shared/model/time.ts';
import { WorkingCalendar } from '../../../../shared/model/train.ts';
import {
  type CrewClock,
  type Dependencies,
  isAtWork,
  needsByEnumeration,
  someParts,
  stepsByEnumeration,
} from '../../../support/integration-oracle.ts';
import { aRule, aTarget, once } from '../../../support/schedule.ts';
import { aClock, anInstant, aZone, isoOf } from '../../../support/times.ts';

const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
const HOUR = 60 * MINUTE;

function crew(zone: string, from = 9, to = 17, workdays: readonly number[] = [1, 2, 3, 4, 5]): CrewClock {
  return { zone: aZone(zone), from, to, workdays };
}

function hoursOf({ zone, workdays, from, to }: CrewClock, range: ReturnType<typeof span>) {
  const days = workingDays(WorkingCalendar.parse({ workdays, holidays: null, extraDaysOff: [] }), new Map());
  const clock = (hour: number) => aClock(`${String(hour).padStart(2, '0')}:00`);
  return workingSpans({ name: zone, zone, days, from: clock(from), to: clock(to) }, range);
}

function part(id: string, services: readonly string[], crews: readonly string[], ready: string): Part {
  return {
    id: ReleaseId.parse(id),
    services: services.map((each) => ServiceId.parse(each)),
    crews,
    ready: { at: anInstant(ready), by: 'milestone', milestone: 'Code freeze' },
  };
}

interface Asked extends Partial<Omit<IntegrationQuestion, 'hours' | 'dependsOn' | 'range'>> {
  readonly parts: readonly Part[];
  readonly crews: Readonly<Record<string, CrewClock>>;
  readonly needs?: Dependencies;
  readonly days?: number;
}

const START = anInstant('2026-11-23T00:00Z');

function ask({ crews, needs = {}, days = 14, ...given }: Asked): IntegrationQuestion {
  const range = span(START, START + days * 24 * HOUR);
  return {
    dependsOn: (id) => needs[id] ?? [],
    hours: new Map(Object.entries(crews).map(([id, clock]) => [id, hoursOf(clock, range)])),
    range,
    now: START,
    minutes: 60,
    gapMinutes: 0,
    place: null,
    chosen: new Map(),
    zone: aZone('UTC'),
    ...given,
  };
}

function told(question: IntegrationQuestion): readonly string[] {
  return integrationOf(question).windows.map(({ span: at, lack }) =>
    at === null ? `none: ${lack?.by}` : isoOf(at.start).slice(5, 16),
  );
}

const three = { berlin: crew('Europe/Berlin'), york: crew('America/New_York'), bangalore: crew('Asia/Kolkata') };
// The service stands on the client, which stands on the library.
const chain = {
  needs: { api: ['sdk'], sdk: ['core'] },
  crews: three,
  parts: [
    part('service', ['api'], ['york'], '2026-11-24T12:00Z'),
    part('client', ['sdk'], ['berlin'], '2026-11-23T10:00Z'),
    part('library', ['core'], ['bangalore'], '2026-11-23T16:00Z'),
  ],
};

describe('shared/domain/integration/windows', () => {
  it('goes step by step: after what is ready, in the hours of the step and of what it needs at once', () => {
    // Bangalore works 03:30 to 11:30 UTC, Berlin 08:00 to 16:00, New York 14:00 to 22:00: the library on Tuesday morning, the
    // client when Bangalore and Berlin both work, the service when Berlin and New York do; all three never.
    expect(told(ask(chain))).toEqual(['11-24T03:30', '11-24T08:00', '11-24T14:00', 'none: hours']);
    expect(integrationOf(ask(chain)).windows.map(({ crews, together }) => [crews, together])).toEqual([
      [['bangalore'], false],
      [['bangalore', 'berlin'], false],
      [['berlin', 'york'], false],
      [['bangalore', 'berlin', 'york'], true],
    ]);
    expect(integrationOf(ask(chain)).windows.at(-1)?.lack).toEqual({
      by: 'hours',
      crews: ['bangalore', 'york'],
      longest: 0,
    });
  });

  it('says what it waited for', () => {
    const bounds = integrationOf(ask(chain)).windows.map(({ bound }) => [bound?.by, bound?.releaseId]);
    expect(bounds.slice(0, 3)).toEqual([
      ['ready', 'library'],
      ['step-before', null],
      ['ready', 'service'],
    ]);
  });

  it('needs no window together where there is one step', () => {
    const one = ask({ crews: three, parts: [part('a', ['x'], ['berlin'], '2026-11-23T10:10Z')] });
    expect(told(one)).toEqual(['11-23T10:10']);
    expect(told({ ...one, now: anInstant('2026-11-24T09:30:20Z') })).toEqual(['11-24T09:31']);
  });

  it('leaves each team the gap in its own hours between windows', () => {
    const question = ask({ ...chain, gapMinutes: 240 });
    // From 04:30 on Tuesday Bangalore has worked four hours at 08:30, Berlin (from 08:00) at 12:00: both again on Wednesday at 08:00.
    // From 09:00 on Wednesday Berlin has at 13:00, New York (from 14:00) at 18:00: both again on Thursday at 14:00.
    expect(told(question)).toEqual(['11-24T03:30', '11-25T08:00', '11-26T14:00', 'none: hours']);
  });

  it('follows the weeks in which Berlin and New York change their clocks on different days', () => {
    const range = span(anInstant('2027-03-11T00:00Z'), anInstant('2027-04-02T00:00Z'));
    const hours = new Map(Object.entries(three).map(([id, clock]) => [id, hoursOf(clock, range)]));
    const parts = [part('a', ['x'], ['berlin', 'york'], '2027-03-12T00:00Z')];
    const at = (now: string) => told({ ...ask({ crews: three, parts }), range, hours, now: anInstant(now) });
    // New York goes forward on 14 March 2027, Berlin on 28 March.
    expect(at('2027-03-12T00:00Z')).toEqual(['03-12T14:00']);
    expect(at('2027-03-15T00:00Z')).toEqual(['03-15T13:00']);
    expect(at('2027-03-26T16:00Z')).toEqual(['03-29T13:00']);
  });

  it('moves a window that was chosen later, and those after it, and still tells the earlier slots', () => {
    const chosen = new Map([[2, anInstant('2026-11-26T00:00Z')]]);
    expect(told(ask({ ...chain, chosen }))).toEqual(['11-24T03:30', '11-26T08:00', '11-26T14:00', 'none: hours']);
    const slots = integrationOf(ask({ ...chain, chosen })).windows[1]?.slots.map(({ start }) =>
      isoOf(start).slice(5, 16),
    );
    expect(slots).toEqual(['11-24T08:00', '11-25T08:00', '11-26T08:00', '11-27T08:00', '11-30T08:00', '12-01T08:00']);
  });

  it('names no earlier window where nothing is left from the chosen time on', () => {
    const chosen = new Map([[2, anInstant('2027-11-26T00:00Z')]]);
    const { span, lack, slots } = integrationOf(ask({ ...chain, chosen })).windows[1] ?? {};

    expect([span, lack?.by, slots?.length]).toEqual([null, 'too-late', 6]);
  });

  it('says why there is none, and nothing for what comes after', () => {
    const late = part('service', ['api'], ['york'], '2026-12-06T12:00Z');
    expect(told(ask({ ...chain, parts: [late, ...chain.parts.slice(1)] }))).toEqual([
      '11-24T03:30',
      '11-24T08:00',
      'none: too-late',
      'none: step-before',
    ]);
    const noHours = ask({ ...chain, crews: { ...three, bangalore: crew('Asia/Kolkata', 9, 10, [7]) }, minutes: 90 });
    expect(told(noHours)).toEqual(['none: hours', 'none: step-before', 'none: step-before', 'none: step-before']);
    expect(integrationOf(noHours).windows.map(({ lack }) => (lack?.by === 'step-before' ? lack.step : null))).toEqual([
      null,
      1,
      1,
      1,
    ]);
    expect(integrationOf(ask({ ...chain, days: 3, gapMinutes: 1_200 })).windows[1]?.lack?.by).toBe('too-late');
  });

  it('waits for freezes and for others who have the environment to themselves', () => {
    const place: Place = {
      schedule: makeSchedule([aRule({ id: 'freeze', holds: once('2026-11-24T00:00', '2026-11-24T09:00') })], []),
      targetsOf: () => [aTarget()],
      taken: [
        {
          id: BookingId.parse('drill'),
          title: 'Drill',
          span: span(anInstant('2026-11-25T08:00Z'), anInstant('2026-11-25T10:30Z')),
        },
      ],
    };
    expect(told(ask({ ...chain, place }))).toEqual(['11-24T09:00', '11-24T10:00', '11-24T14:00', 'none: hours']);
    expect(told(ask({ ...chain, place, minutes: 120 }))).toEqual([
      '11-24T09:00',
      '11-26T08:00',
      '11-26T14:00',
      'none: hours',
    ]);
    const all = {
      ...place,
      schedule: makeSchedule([aRule({ id: 'all', holds: once('2026-11-01T00:00', '2026-12-31T00:00') })], []),
    };
    expect(integrationOf(ask({ ...chain, place: all })).windows[0]?.lack).toEqual({
      by: 'rules',
      rules: [{ id: 'all', kind: 'freeze', name: 'all' }],
      outside: false,
    });
  });
});

const CREWS: Readonly<Record<string, CrewClock>> = {
  berlin: crew('Europe/Berlin', 8, 17),
  york: crew('America/New_York', 9, 17),
  bangalore: crew('Asia/Kolkata', 9, 18),
  cairo: crew('Africa/Cairo', 9, 17, [7, 1, 2, 3, 4]),
};
// New York changes its clocks on Sunday 14 March 2027.
const FIRST = anInstant('2027-03-11T00:00Z');
const RANGE = span(FIRST, FIRST + 7 * 24 * HOUR);
const QUARTERS = (RANGE.end - RANGE.start) / QUARTER;
const atWork = new Map(
  Object.entries(CREWS).map(([id, clock]) => [
    id,
    Array.from({ length: QUARTERS }, (_, at) => isAtWork(RANGE.start + at * QUARTER, clock)),
  ]),
);

const someSpan = fc
  .tuple(fc.integer({ min: 0, max: QUARTERS }), fc.integer({ min: 1, max: 80 }))
  .map(([at, length]) => span(RANGE.start + at * QUARTER, RANGE.start + (at + length) * QUARTER));

const someWorld = fc.record({
  plan: someParts,
  crews: fc.array(fc.subarray(Object.keys(CREWS), { minLength: 1, maxLength: 2 }), { minLength: 5, maxLength: 5 }),
  ready: fc.array(fc.integer({ min: -20, max: 400 }), { minLength: 5, maxLength: 5 }),
  now: fc.integer({ min: -10, max: 200 }),
  quarters: fc.integer({ min: 1, max: 8 }),
  gap: fc.constantFrom(0, 0, 1, 6),
  frozen: fc.option(fc.array(someSpan, { maxLength: 3 })),
  taken: fc.array(someSpan, { maxLength: 3 }),
});

type World = typeof someWorld extends fc.Arbitrary<infer T> ? T : never;

function partsOf({ plan, crews, ready }: World): readonly Part[] {
  return plan.parts.map((one, at) => ({
    ...one,
    crews: crews[at] ?? [],
    ready: { at: instant(RANGE.start + (ready[at] ?? 0) * QUARTER), by: 'start', milestone: null },
  }));
}

function questionOf(world: World): IntegrationQuestion {
  const { plan, quarters, gap, frozen, taken, now } = world;
  const local = (at: Instant) => isoOf(at).slice(0, 16);
  const rules = (frozen ?? []).map(({ start, end }, at) =>
    aRule({ id: `f${at}`, holds: once(local(start), local(end)) }),
  );
  const place: Place = {
    schedule: makeSchedule(rules, []),
    targetsOf: () => [aTarget()],
    taken: taken.map((each, at) => ({ id: BookingId.parse(`b${at}`), title: 'Others', span: each })),
  };
  return {
    parts: partsOf(world),
    dependsOn: (id) => plan.dependencies[id] ?? [],
    hours: new Map(Object.entries(CREWS).map(([id, clock]) => [id, hoursOf(clock, RANGE)])),
    range: RANGE,
    now: instant(RANGE.start + now * QUARTER),
    minutes: quarters * 15,
    gapMinutes: gap * 15,
    place: frozen === null ? null : place,
    chosen: new Map(),
    zone: aZone('Europe/Berlin'),
  };
}

/** The first quarter that suits, tried one by one; null for none. */
function firstQuarter(world: World, crews: readonly string[], notBefore: number): number | null {
  const { quarters, frozen, taken } = world;
  for (let at = Math.max(0, notBefore); at + quarters <= QUARTERS; at += 1) {
    const slot = span(RANGE.start + at * QUARTER, RANGE.start + (at + quarters) * QUARTER);
    const isFree = frozen === null || ![...frozen, ...taken].some((each) => overlaps(each, slot));
    const all = Array.from({ length: quarters }, (_, after) => at + after);
    if (isFree && crews.every((id) => all.every((each) => atWork.get(id)?.[each]))) return at;
  }
  return null;
}

/** The quarter by which a crew has worked the gap; null where the week ends before. */
function quarterAfterGap(crewId: string, from: number, gap: number): number | null {
  let left = gap;
  for (let at = from; left > 0; at += 1) {
    if (at >= QUARTERS) return null;
    if (atWork.get(crewId)?.[at]) left -= 1;
    if (left === 0) return at + 1;
  }
  return from;
}

/** What a release needs at once: ways that pass no service of another part, each tried. */
function neededAtOnce(world: World, id: string): readonly string[] {
  const { parts, dependencies } = world.plan;
  const own = parts.find((one) => one.id === id)?.services.map(String) ?? [];
  const foreign = (service: string) =>
    parts.filter((one) => !own.includes(service) && one.services.some((each) => each === service));
  const walk = (service: string, way: readonly string[]): readonly string[] => {
    const met = foreign(service);
    if (met.length > 0) return met.map((one) => one.id);
    return (dependencies[service] ?? [])
      .filter((next) => !way.includes(next))
      .flatMap((next) => walk(next, [...way, next]));
  };
  return own.flatMap((service) => walk(service, [service]));
}

function windowsByQuarters(world: World): readonly (number | null)[] {
  const parts = partsOf(world);
  const steps = stepsByEnumeration(world.plan.parts, world.plan.dependencies);
  const last = Math.max(...Object.values(steps));
  const found: (number | null)[] = [];
  let before: number | null = null;
  for (let step = 1; step <= (last === 1 ? 1 : last + 1); step += 1) {
    if (step > 1 && before === null) {
      found.push(null);
      continue;
    }
    const own = parts.filter(({ id }) => step > last || steps[id] === step);
    const ids = own.flatMap(({ id }) => [id as string, ...neededAtOnce(world, id)]);
    const crews = [...new Set(parts.filter(({ id }) => ids.includes(id)).flatMap((one) => one.crews))];
    const ready = own.map((one) => (one.ready.at - RANGE.start) / QUARTER);
    const gaps = before === null ? [] : crews.map((id) => quarterAfterGap(id, before ?? 0, world.gap));
    const notBefore = gaps.includes(null) ? QUARTERS : Math.max(world.now, before ?? 0, ...ready, ...gaps.map(Number));
    const at = firstQuarter(world, crews, notBefore);
    found.push(at);
    before = at === null ? null : at + world.quarters;
  }
  return found;
}

describe('shared/domain/integration/windows: any plan', () => {
  it('finds what trying every quarter of an hour finds', () => {
    fc.assert(
      fc.property(someWorld, (world) => {
        const { windows } = integrationOf(questionOf(world));
        const quarters = windows.map(({ span: at }) => (at === null ? null : (at.start - RANGE.start) / QUARTER));
        expect(quarters).toEqual(windowsByQuarters(world));
      }),
      { numRuns: 300 },
    );
  });

  it('is never before what it needs, never without an answer, and the same whatever the order', () => {
    fc.assert(
      fc.property(someWorld, (world) => {
        const question = questionOf(world);
        const { steps, windows } = integrationOf(question);
        const needs = needsByEnumeration(world.plan.parts, world.plan.dependencies);
        const stepOf = new Map(steps.map(({ releaseId, step }) => [releaseId as string, step]));
        for (const [id, others] of needs) {
          for (const other of others) {
            const isRing = needs.get(other)?.has(id) === true;
            expect((stepOf.get(other) ?? 0) < (stepOf.get(id) ?? 0)).toBe(!isRing);
          }
        }
        for (const [at, { span: own, lack, releases }] of windows.entries()) {
          expect(lack === null).toBe(own !== null);
          if (own === null) continue;
          expect(own.start).toBeGreaterThanOrEqual(windows[at - 1]?.span?.end ?? 0);
          for (const { id, ready } of question.parts)
            if (releases.includes(id)) expect(own.start).toBeGreaterThanOrEqual(ready.at);
        }
        expect(integrationOf({ ...question, parts: question.parts.toReversed() })).toEqual({ steps, windows });
      }),
      { numRuns: 150 },
    );
  });
});
