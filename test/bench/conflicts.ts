import { IntervalTree } from '@flatten-js/interval-tree';
import { cheapestMoves } from '../../shared/domain/conflicts/cheapest-moves.ts';
import { createConflictIndex } from '../../shared/domain/conflicts/conflict-index.ts';
import type { Edit, Plan } from '../../shared/domain/conflicts/plan.ts';
import { SpanIndex } from '../../shared/domain/conflicts/span-index.ts';
import type { Booking } from '../../shared/model/environment.ts';
import type { ScheduleRule } from '../../shared/model/schedule-rule.ts';
import type { Span } from '../../shared/model/span.ts';
import { instant } from '../../shared/model/time.ts';
import { crowdedPlan, type LargePlan, largePlan } from '../support/conflicts/large-plan.ts';
import type { BenchContext } from './context.ts';
import { median, quantile, settle, spread, timed } from './measure.ts';
import type { Row } from './row.ts';

const SIZES: readonly LargePlan[] = [
  { windows: 1_000, bookings: 5_000 },
  { windows: 3_000, bookings: 15_000 },
  { windows: 10_000, bookings: 50_000 },
];
const SMOKE: readonly LargePlan[] = [
  { windows: 200, bookings: 1_000 },
  { windows: 1_000, bookings: 5_000 },
];
const HOUR = 3_600_000;
/** Beyond this many bookings nested loops take minutes. */
const LOOPED = 15_000;

/** Overlaps of two bookings of one environment, and of a booking and a rule's time that names its environment. */
interface Overlaps {
  readonly bookings: number;
  readonly times: number;
}

interface Time {
  readonly rule: ScheduleRule;
  readonly span: Span;
}

function timesOf(plan: Plan): readonly Time[] {
  return plan.rules.flatMap(({ rule, occurrences }) => occurrences.map(({ span }) => ({ rule, span })));
}

/** The obvious way: everything beside everything. */
function byNestedLoops(plan: Plan): Overlaps {
  const { bookings } = plan;
  const times = timesOf(plan);
  let [pairs, met] = [0, 0];
  for (const [index, a] of bookings.entries()) {
    for (let other = index + 1; other < bookings.length; other += 1) {
      const b = bookings[other] as Booking;
      if (a.environmentId === b.environmentId && a.startAt < b.endAt && b.startAt < a.endAt) pairs += 1;
    }
    for (const { rule, span } of times) {
      const overlap = a.startAt < span.end && span.start < a.endAt;
      if (overlap && rule.scope.environments.includes(a.environmentId)) met += 1;
    }
  }
  return { bookings: pairs, times: met };
}

/** What finds what shares a moment with a span: ours, or a package's. */
interface Search<T> {
  readonly search: (span: Span) => number;
  readonly add: (span: Span, item: T) => void;
}

/** Its spans include their ends, and all of our moments are whole milliseconds. */
function intervalTree<T>(): Search<T> {
  const tree = new IntervalTree<T>();
  return {
    add: ({ start, end }, item) => tree.insert([start, end - 1], item),
    search: ({ start, end }) => tree.search([start, end - 1]).length,
  };
}

function spanIndex<T>(): Search<T> {
  const entries: { id: string; span: Span; item: T }[] = [];
  let index: SpanIndex<T> | null = null;
  return {
    add: (span, item) => entries.push({ id: '', span, item }),
    search: (span) => {
      index ??= new SpanIndex(entries);
      return index.overlapping(span).length;
    },
  };
}

/** The same overlaps by a search for each environment's bookings, and one for the rules that name it. */
function bySearching(plan: Plan, make: <T>() => Search<T>): Overlaps {
  const bookings = new Map<string, Search<Booking>>();
  const times = new Map<string, Search<Time>>();
  for (const booking of plan.bookings) {
    const search = bookings.get(booking.environmentId) ?? make<Booking>();
    bookings.set(booking.environmentId, search);
    search.add({ start: booking.startAt, end: booking.endAt }, booking);
  }
  for (const time of timesOf(plan)) {
    for (const environment of time.rule.scope.environments) {
      const search = times.get(environment) ?? make<Time>();
      times.set(environment, search);
      search.add(time.span, time);
    }
  }
  let [pairs, met] = [0, 0];
  for (const { environmentId, startAt: start, endAt: end } of plan.bookings) {
    pairs += (bookings.get(environmentId)?.search({ start, end }) ?? 1) - 1;
    met += times.get(environmentId)?.search({ start, end }) ?? 0;
  }
  return { bookings: pairs / 2, times: met };
}

async function repeated(times: number, work: () => unknown): Promise<readonly number[]> {
  const found: number[] = [];
  for (let count = 0; count < times; count += 1) {
    settle();
    found.push(await timed(work));
  }
  return found;
}

/** Each booking of a few, moved by some hours. */
function moves(plan: Plan, count: number): readonly Edit[] {
  const step = Math.max(1, Math.floor(plan.bookings.length / count));
  return plan.bookings
    .filter((_, index) => index % step === 0)
    .map((booking, index): Edit => {
      const by = (1 + (index % 48)) * HOUR;
      const to = { ...booking, startAt: instant(booking.startAt + by), endAt: instant(booking.endAt + by) };
      return { kind: 'booking', id: booking.id, to };
    });
}

function assertSame(ours: Overlaps, other: Overlaps, who: string): void {
  if (ours.bookings === other.bookings && ours.times === other.times) return;
  throw new Error(`${who} found ${JSON.stringify(other)} overlaps, the index ${JSON.stringify(ours)}`);
}

async function scanRows(plan: Plan, size: number, context: BenchContext): Promise<readonly Row[]> {
  const repeats = context.smoke ? 2 : 5;
  const scans = await repeated(repeats, () => createConflictIndex(plan).all());
  const alone = await repeated(repeats, () => bySearching(plan, spanIndex));
  const trees = await repeated(repeats, () => bySearching(plan, intervalTree));
  const ours = bySearching(plan, spanIndex);
  assertSame(ours, bySearching(plan, intervalTree), 'the interval trees');
  const row = (name: string, spent: readonly number[], other: string, others: readonly number[]): Row => ({
    name: `conflicts: ${name}`,
    size,
    unit: 'ms',
    median: median(spent),
    spread: spread(spent),
    reference: { name: other, median: median(others) },
    ratio: median(others) / median(spent),
  });
  const tree = '@flatten-js/interval-tree';
  const bar = { text: '< 1,000 ms', ok: median(scans) < 1_000 };
  const rows = [
    { ...row('full scan, every rule', scans, `${tree}, overlaps alone`, trees), ...(size === 50_000 ? { bar } : {}) },
    row('overlaps alone', alone, tree, trees),
  ];
  if (size > LOOPED) return rows;
  const loops = await repeated(1, () => byNestedLoops(plan));
  assertSame(ours, byNestedLoops(plan), 'nested loops');
  return [...rows, row('overlaps alone', alone, 'nested loops', loops)];
}

async function moveRows(plan: Plan, size: number, context: BenchContext): Promise<readonly Row[]> {
  const index = createConflictIndex(plan);
  const edits = moves(plan, context.smoke ? 50 : 400);
  const rescan = median(await repeated(2, () => createConflictIndex(plan)));
  const row = (name: string, spent: readonly number[], bar: boolean): Row => ({
    name,
    size,
    unit: 'ms',
    median: median(spent),
    p95: quantile(spent, 0.95),
    spread: spread(spent),
    reference: { name: 'a full scan', median: rescan },
    ratio: rescan / median(spent),
    ...(bar && size === 50_000 ? { bar: { text: 'p95 < 20 ms', ok: quantile(spent, 0.95) < 20 } } : {}),
  });
  const previews: number[] = [];
  for (const edit of edits) previews.push(await timed(() => index.preview([edit])));
  const applied: number[] = [];
  for (const edit of edits) applied.push(await timed(() => index.apply([edit])));
  const clashes = index.all().filter(({ kind }) => kind === 'environment-clash');
  const some = clashes.filter((_, at) => at % Math.max(1, Math.floor(clashes.length / 40)) === 0);
  const ways: number[] = [];
  for (const conflict of some) ways.push(await timed(() => cheapestMoves(conflict, index)));
  return [
    row('conflicts: a preview while dragging', previews, true),
    row('conflicts: after one move', applied, true),
    ...(ways.length === 0 ? [] : [row('conflicts: the three cheapest ways out', ways, false)]),
  ];
}

/** Everything over everything in one environment: pairs grow with the square, what is reported does not. */
async function crowdRows(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of context.smoke ? [500] : [1_000, 3_000, 10_000]) {
    const plan = crowdedPlan(size, 'exclusive');
    const spent = await repeated(context.smoke ? 1 : 3, () => createConflictIndex(plan));
    const found = createConflictIndex(plan).all().length;
    if (found > size) throw new Error(`${size} bookings gave ${found} conflicts`);
    const loops = await repeated(1, () => byNestedLoops(plan));
    const reference = { name: 'nested loops, overlaps alone', median: median(loops) };
    const row = { name: 'conflicts: everything over everything', size, unit: 'ms', spread: spread(spent) };
    rows.push({ ...row, median: median(spent), reference, ratio: reference.median / median(spent) });
  }
  return rows;
}

/**
 * Finding every conflict of a plan, keeping them after a move, and finding the cheapest ways out; beside nested loops and an
 * interval tree that only count overlaps, with the same counts. Sizes are bookings; a fifth as many windows lie beside them.
 */
export async function benchConflicts(context: BenchContext): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const size of context.smoke ? SMOKE : SIZES) {
    context.tell(`conflicts: ${size.windows} windows, ${size.bookings} bookings`);
    const plan = largePlan(size);
    rows.push(...(await scanRows(plan, size.bookings, context)), ...(await moveRows(plan, size.bookings, context)));
  }
  context.tell('conflicts: everything over everything');
  return [...rows, ...(await crowdRows(context))];
}
