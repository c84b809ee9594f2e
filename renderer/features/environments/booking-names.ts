import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Booking } from '../../../shared/model/environment.ts';
import type { BookingId } from '../../../shared/model/ids.ts';
import { someBookingsQuery } from './queries.ts';

const NONE: readonly Booking[] = [];

/** Bookings by id, and whether they are being read still. */
export function useBookingsById(ids: readonly BookingId[]): {
  readonly byId: ReadonlyMap<BookingId, Booking>;
  readonly loading: boolean;
} {
  const key = [...new Set(ids)].toSorted();
  const { data, isPending } = useQuery({ ...someBookingsQuery(key), placeholderData: (kept) => kept });
  const byId = useMemo(() => new Map((data ?? NONE).map((one) => [one.id, one])), [data]);
  return { byId, loading: isPending && key.length > 0 };
}
