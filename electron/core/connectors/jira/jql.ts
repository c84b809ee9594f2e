import { Temporal } from 'temporal-polyfill';

/** How far a window reaches back before the last change that was seen, for Jira's search index lags behind its database. */
export const OVERLAP_MS = 5 * 60_000;

/** West of UTC the clock is at most this far behind: a time written in UTC is then never later than it was meant. */
const WESTMOST_MS = 12 * 3_600_000;

const MINUTE_MS = 60_000;

function written(local: Temporal.PlainDateTime): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const year = String(local.year).padStart(4, '0');
  return `${year}-${two(local.month)}-${two(local.day)} ${two(local.hour)}:${two(local.minute)}`;
}

function isKnown(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The latest minute, as the clock of `zone` shows it, that cannot be read as a moment after `at`.
 *
 * JQL knows no seconds and no zone: Jira reads a date in the zone of the asking user's profile. Where the clock is set
 * back, one clock time names two moments and Jira may take the later one, so the start of such an hour is used up
 * backwards until the clock time is unambiguous. Without a usable zone the time is written in UTC, early enough for
 * every zone on earth.
 */
export function windowStart(at: number, zone: string | null): string {
  if (zone === null || !isKnown(zone)) {
    return written(
      Temporal.Instant.fromEpochMilliseconds(at - WESTMOST_MS)
        .toZonedDateTimeISO('UTC')
        .toPlainDateTime(),
    );
  }
  const shown = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
  const minute = shown.round({ smallestUnit: 'minute', roundingMode: 'floor' });
  const latest = minute.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
  if (latest <= at) return written(minute);
  const earliest = minute.toZonedDateTime(zone, { disambiguation: 'earlier' }).epochMilliseconds;
  // Inside a fold: go back by its length and one minute, to before the first of the two hours.
  return windowStart(at - (latest - earliest) - MINUTE_MS, zone);
}

/** Quotes a text as a JQL string, whatever it holds. */
export function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** The issues of a project, those changed since a window's start only, in an order that does not depend on the query. */
export function issuesJql(projectKey: string, since: string | null): string {
  const window = since === null ? '' : ` AND updated >= ${quoted(since)}`;
  return `project = ${quoted(projectKey)}${window} ORDER BY updated ASC, key ASC`;
}
