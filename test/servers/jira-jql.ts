import { Temporal } from 'temporal-polyfill';

/** What the replay server understands of JQL: one project, optionally changed since a minute, in one order. */
export interface JqlQuery {
  readonly projectKey: string;
  /** As written: `2026-03-10 09:58`, by the clock of the asking user. */
  readonly since: string | null;
}

const STRING = String.raw`"((?:[^"\\]|\\.)*)"`;
const QUERY = new RegExp(
  String.raw`^project = ${STRING}(?: AND updated >= ${STRING})? ORDER BY updated ASC, key ASC$`,
  's',
);

function unquoted(text: string): string {
  return text.replace(/\\(.)/gs, '$1');
}

/** Reads a query; null for anything beyond the subset, which the server refuses as Jira refuses nonsense. */
export function readJql(text: string): JqlQuery | null {
  const parts = QUERY.exec(text);
  if (parts?.[1] === undefined) return null;
  const since = parts[2] === undefined ? null : unquoted(parts[2]);
  if (since !== null && !/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/.test(since)) return null;
  return { projectKey: unquoted(parts[1]), since };
}

/**
 * The moment that Jira takes a written minute for: by the clock of the user's profile, and where that clock shows it
 * twice, the earlier or the later of the two (both have been seen).
 */
export function momentOf(written: string, zone: string, inFold: 'earlier' | 'later'): number {
  const local = Temporal.PlainDateTime.from(written.replace(' ', 'T'));
  return local.toZonedDateTime(zone, { disambiguation: inFold }).epochMilliseconds;
}
