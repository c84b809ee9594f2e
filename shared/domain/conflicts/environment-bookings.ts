import type { Booking, Environment } from '../../model/environment.ts';
import type { ServiceId } from '../../model/ids.ts';
import { type Holder, RunningLoad } from './running-load.ts';
import { SpanIndex, type Spanned } from './span-index.ts';

function spanned(booking: Booking): Spanned<Booking> {
  return { id: booking.id, span: { start: booking.startAt, end: booking.endAt }, item: booking };
}

function holder({ id, startAt, endAt, units }: Booking): Holder {
  return { id, start: startAt, end: endAt, units };
}

/** Whether a booking takes its environment for itself. */
export function takesAll(booking: Booking, environment: Environment): boolean {
  return environment.sharing === 'exclusive' || booking.mode === 'exclusive';
}

/**
 * Whether a booking's units count against the capacity: in a shared environment those of all who share it; elsewhere
 * only the extra instances of rollouts, since whoever else is there is limited in another way.
 */
export function countsUnits(booking: Booking, environment: Environment): boolean {
  if (environment.sharing === 'shared') return booking.mode === 'shared';
  return booking.purpose !== 'use';
}

/** The bookings of one environment, sorted by what they can clash with. */
export class EnvironmentBookings {
  readonly environment: Environment;
  readonly all: SpanIndex<Booking>;
  /** Those that take it for themselves. */
  readonly takers: SpanIndex<Booking>;
  /** Those whose units count. */
  readonly counted: SpanIndex<Booking>;
  readonly load: RunningLoad;
  /** Those that name no service: they use all. */
  readonly unnamed: SpanIndex<Booking>;
  readonly #byService = new Map<ServiceId, SpanIndex<Booking>>();

  constructor(environment: Environment, bookings: readonly Booking[]) {
    this.environment = environment;
    const entries = bookings.map(spanned);
    const counted = entries.filter(({ item }) => countsUnits(item, environment));
    this.all = new SpanIndex(entries);
    this.takers =
      environment.sharing === 'exclusive'
        ? this.all
        : new SpanIndex(entries.filter(({ item }) => takesAll(item, environment)));
    this.counted = new SpanIndex(counted);
    this.load = new RunningLoad(counted.map(({ item }) => holder(item)));
    const parts = environment.sharing === 'by-service' ? entries : [];
    this.unnamed = new SpanIndex(parts.filter(({ item }) => item.services.length === 0));
    const named = new Map<ServiceId, Spanned<Booking>[]>();
    for (const entry of parts) {
      for (const service of new Set(entry.item.services)) {
        const known = named.get(service);
        if (known) known.push(entry);
        else named.set(service, [entry]);
      }
    }
    for (const [service, list] of named) this.#byService.set(service, new SpanIndex(list));
  }

  /** Those that name a service; empty unless the environment is shared by service. */
  using(service: ServiceId): SpanIndex<Booking> | undefined {
    return this.#byService.get(service);
  }

  add(booking: Booking): void {
    const entry = spanned(booking);
    for (const list of this.#listsOf(booking)) list.add(entry);
    if (countsUnits(booking, this.environment)) this.load.add(holder(booking));
  }

  remove(booking: Booking): void {
    const entry = spanned(booking);
    for (const list of this.#listsOf(booking)) list.remove(entry);
    if (countsUnits(booking, this.environment)) this.load.remove(holder(booking));
  }

  #listsOf(booking: Booking): readonly SpanIndex<Booking>[] {
    const lists = new Set([this.all]);
    if (takesAll(booking, this.environment)) lists.add(this.takers);
    if (countsUnits(booking, this.environment)) lists.add(this.counted);
    if (this.environment.sharing === 'by-service') {
      if (booking.services.length === 0) lists.add(this.unnamed);
      for (const service of booking.services) lists.add(this.#serviceList(service));
    }
    return [...lists];
  }

  #serviceList(service: ServiceId): SpanIndex<Booking> {
    const known = this.#byService.get(service) ?? new SpanIndex<Booking>();
    this.#byService.set(service, known);
    return known;
  }
}
