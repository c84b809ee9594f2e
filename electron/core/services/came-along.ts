import { type Bringing, bringing } from '../../../shared/domain/exchange/came-along.ts';
import { Failure } from '../../../shared/model/failure.ts';
import { bookingSpan, type Facts, factsOf, forWhom, idNamed, type Reading, rowProblem, said } from './thing-facts.ts';

/** A row of a table of bookings, and the booking that it means: one that is here, or one that it would make. */
export interface BookingRow {
  readonly reading: Reading;
  readonly id: string;
}

function bringingBy(id: string, facts: Facts): readonly Bringing[] {
  const span = bookingSpan(facts);
  return span === null ? [] : [{ id, environmentId: String(facts['environmentId']), forWhom: forWhom(facts), span }];
}

function factsOfRow({ reading }: BookingRow): Facts {
  return factsOf('booking', reading, undefined);
}

function causeIn(row: BookingRow, bookings: readonly Bringing[]): Bringing {
  const { reading } = row;
  const name = said(reading, 'along') ?? '';
  const environmentId = idNamed(reading, 'environment', name);
  const [own] = bringingBy(row.id, factsOfRow(row));
  const found = own && bringing(own, environmentId, bookings);
  if (found !== undefined) return found;
  throw rowProblem(
    `No booking of “${name}” is known that it came along with.`,
    'Give that booking a row of its own, or leave the cell empty.',
  );
}

/**
 * The booking that each row says it came along with, by the id of what the row means, or why there is none. What came along
 * itself brings nothing along.
 */
export function causesOf(
  rows: readonly BookingRow[],
  here: readonly (Facts & { readonly id: string; readonly causedBy: string | null })[],
): ReadonlyMap<string, Bringing | Failure> {
  const along = rows.filter(({ reading }) => said(reading, 'along') !== undefined);
  if (along.length === 0) return new Map();
  const cameAlong = new Set([
    ...along.map(({ id }) => id),
    ...here.flatMap(({ id, causedBy }) => (causedBy === null ? [] : id)),
  ]);
  const told = new Map([
    ...here.map((one) => [one.id, one] as const),
    ...rows.map((row) => [row.id, factsOfRow(row)] as const),
  ]);
  const bookings = [...told].flatMap(([id, facts]) => (cameAlong.has(id) ? [] : bringingBy(id, facts)));
  const causes = new Map<string, Bringing | Failure>();
  for (const row of along) {
    try {
      causes.set(row.id, causeIn(row, bookings));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      causes.set(row.id, error);
    }
  }
  return causes;
}
