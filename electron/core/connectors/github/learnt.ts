import type { PageRequest, PageResponse } from '../_kit/connector.ts';

/** A number among a request's parameters; null when it is not there. */
export function numberOf(request: PageRequest, name: string): number | null {
  const value = request.params[name];
  return typeof value === 'number' ? value : null;
}

/** A list of ids among a request's parameters. */
export function listOf(request: PageRequest, name: string): readonly string[] {
  const value = request.params[name];
  return typeof value === 'string' && value !== '' ? value.split(',') : [];
}

/** The latest of several times, null for none. */
export function latest(known: number | null, times: readonly number[]): number | null {
  return times.reduce<number | null>((top, time) => Math.max(top ?? time, time), known);
}

/** When the reading of a list began, by GitHub's own clock: what changes after that is read again. */
export function beganAt(request: PageRequest, response: PageResponse): number | null {
  const date = Date.parse(response.headers.date ?? '');
  return numberOf(request, 'began') ?? (Number.isNaN(date) ? null : date);
}

/**
 * Up to when changes have been read for certain: the newest that was seen, but not later than the reading began. A list
 * that is not ordered by change may hide one behind a newer one on a later page.
 */
export function changesReadTo(updatedTop: number | null, began: number | null): number | null {
  return updatedTop === null || began === null ? updatedTop : Math.min(updatedTop, began);
}
