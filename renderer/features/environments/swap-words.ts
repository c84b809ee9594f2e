import { toLocal } from '../../../shared/domain/calendar/zoned-time.ts';
import type { MoveStep } from '../../../shared/model/conflict.ts';
import type { Booking, Environment } from '../../../shared/model/environment.ts';
import type { BookingPlace, SwapProposal } from '../../../shared/model/environment-use.ts';
import type { BookingId, EnvironmentId } from '../../../shared/model/ids.ts';
import { formatCount, formatInstant } from '../../lib/format.ts';
import { minutesText } from './view-model.ts';

/** What proposals are told with. */
export interface SwapNames {
  readonly bookings: ReadonlyMap<BookingId, Booking>;
  readonly environments: ReadonlyMap<EnvironmentId, Environment>;
}

/** Every booking that proposals and troubles name. */
export function bookingsNamed(proposals: readonly SwapProposal[], others: readonly BookingId[]): readonly BookingId[] {
  const named = proposals.flatMap(({ from, effect }) => [
    ...from.map(({ bookingId }) => bookingId),
    ...effect.clashesGone.flat(),
    ...effect.deadlinesMet,
  ]);
  return [...new Set([...named, ...others])];
}

function titleOf(id: BookingId, { bookings }: SwapNames): string {
  return `“${bookings.get(id)?.title ?? 'a booking'}”`;
}

function nameOf(id: EnvironmentId, { environments }: SwapNames): string {
  return environments.get(id)?.name ?? 'an environment';
}

function moved(to: BookingPlace, from: BookingPlace | undefined, names: SwapNames): string {
  const zone = names.bookings.get(to.bookingId)?.zone;
  const stays = from?.span.start === to.span.start;
  const when = stays || zone === undefined ? 'at the same time' : `from ${formatInstant(to.span.start, zone, 'short')}`;
  return `${titleOf(to.bookingId, names)} to ${nameOf(to.environmentId, names)}, ${when}`;
}

/** What a proposal does, as a sentence. */
export function swapSentence({ kind, from, to, along }: SwapProposal, names: SwapNames): string {
  const parts = to.map((place) =>
    moved(
      place,
      from.find(({ bookingId }) => bookingId === place.bookingId),
      names,
    ),
  );
  const more = along.length === 0 ? '' : `; books along ${along.map((id) => nameOf(id, names)).join(', ')}`;
  return `${kind === 'move' ? 'Move' : 'Exchange'} ${parts.join(' and ')}${more}.`;
}

/** What a proposal mends, as a sentence. */
export function swapEffect({ effect }: SwapProposal, names: SwapNames): string {
  const gone = effect.clashesGone.map(
    ([one, other]) => `${titleOf(one, names)} and ${titleOf(other, names)} no longer clash`,
  );
  const met = effect.deadlinesMet.map((id) => `${titleOf(id, names)} meets its deadline`);
  const all = [...gone, ...met];
  const shown = all.slice(0, 3).join('; ');
  const more = all.length > 3 ? ` and ${formatCount(all.length - 3, 'more', 'more')}` : '';
  const shift =
    effect.shiftMinutes === 0 ? 'nothing changes its time' : `bookings shift by ${minutesText(effect.shiftMinutes)}`;
  return `${shown}${more}; ${shift}.`;
}

/** The steps that carry a proposal out, in each booking's own zone, from where it was found; null while a booking is not known. */
export function swapSteps({ from, to }: SwapProposal, { bookings }: SwapNames): MoveStep[] | null {
  const steps: MoveStep[] = [];
  for (const { bookingId, environmentId, span } of to) {
    const zone = bookings.get(bookingId)?.zone;
    const was = from.find((each) => each.bookingId === bookingId);
    if (zone === undefined || was === undefined) return null;
    steps.push({
      kind: 'booking',
      bookingId,
      environmentId,
      startLocal: toLocal(span.start, zone),
      endLocal: toLocal(span.end, zone),
      base: { startAt: was.span.start, endAt: was.span.end, environmentId: was.environmentId },
    });
  }
  return steps;
}
