import type { PageRequest, PageResponse } from '../_kit/connector.ts';
import { jsonOf } from '../_kit/json.ts';
import { parseRow, parseRows } from '../_kit/rows.ts';
import { Field, Myself, Project, ServerInfo, Status } from './schema.ts';

/**
 * What the first requests of a scope find out, and every later request carries with it: whoever replays one page offline
 * has all that reading it needs.
 */
export type Setup = {
  readonly cloud: boolean;
  /** The zone in which Jira reads the dates of our JQL; null when it is not told. */
  readonly zone: string | null;
  /** The last sync's watermark, milliseconds UTC; null on the first sync. */
  readonly since: number | null;
  /** Ids of the fields that hold story points and sprints, comma-separated: sites may have several of each. */
  readonly points: string;
  readonly sprints: string;
  /** Every status id by what Jira says of it, as `statusesText` writes it. */
  readonly statuses: string;
};

type Params = PageRequest['params'];

/** Reads the set-up back from a request's parameters. */
export function setupOf(params: Params): Setup {
  const text = (name: string) => (typeof params[name] === 'string' ? params[name] : '');
  return {
    cloud: params.cloud === true,
    zone: typeof params.zone === 'string' ? params.zone : null,
    since: typeof params.since === 'number' ? params.since : null,
    points: text('points'),
    sprints: text('sprints'),
    statuses: text('statuses'),
  };
}

/**
 * Whether a site is Jira Cloud: `serverInfo` says it by `deploymentType` (`Cloud`, or `Server` for Data Center as well).
 * A site that does not say is Cloud when Atlassian hosts it.
 */
export function isCloud(response: PageResponse, baseUrl: string): boolean {
  const type = parseRow(ServerInfo, jsonOf(response)).row?.deploymentType?.toLowerCase();
  if (type === 'cloud') return true;
  if (type !== undefined && type !== '') return false;
  return /(^|\.)atlassian\.net$/i.test(new URL(baseUrl).hostname);
}

/** The asking user's time zone. */
export function zoneOf(response: PageResponse): string | null {
  return parseRow(Myself, jsonOf(response)).row?.timeZone ?? null;
}

/** The project's id, by which team-managed statuses name it, and its key as Jira writes it, whatever people typed. */
export function projectOf(response: PageResponse): {
  readonly projectId: string | null;
  readonly projectKey: string | null;
} {
  const { row } = parseRow(Project, jsonOf(response));
  return { projectId: row?.id ?? null, projectKey: row?.key ?? null };
}

const POINTS_NAMES = new Set(['story points', 'story point estimate', 'story point', 'storypoints']);
const POINTS_TYPE = 'com.pyxis.greenhopper.jira:jsw-story-points';
const SPRINT_TYPE = 'com.pyxis.greenhopper.jira:gh-sprint';

function fieldIds(fields: readonly Field[], isIt: (field: Field) => boolean): string {
  const ids = fields.filter(isIt).map((field) => field.id);
  return ids.filter((id) => /^[\w-]+$/.test(id)).join(',');
}

/** The fields that hold story points and sprints, found by the type that Jira gives them or else by their name. */
export function fieldsOf(response: PageResponse): { readonly points: string; readonly sprints: string } {
  const { rows } = parseRows(Field, jsonOf(response));
  const name = (field: Field) => field.name?.trim().toLowerCase() ?? '';
  return {
    points: fieldIds(rows, (field) => field.schema?.custom === POINTS_TYPE || POINTS_NAMES.has(name(field))),
    sprints: fieldIds(rows, (field) => field.schema?.custom === SPRINT_TYPE),
  };
}

/** The statuses that this project can meet, as `<category key>:<id>,<id>;…`; those of other projects alone are left out. */
export function statusesText(response: PageResponse, projectId: string | null): string {
  const byKey = new Map<string, string[]>();
  for (const status of parseRows(Status, jsonOf(response)).rows) {
    const owner = status.scope?.project?.id ?? projectId;
    const key = status.statusCategory?.key;
    if (owner !== projectId || !key || /[:,;]/.test(status.id + key)) continue;
    byKey.set(key, [...(byKey.get(key) ?? []), status.id]);
  }
  return [...byKey].map(([key, ids]) => `${key}:${ids.join(',')}`).join(';');
}

/** The category key of every status id, from `statusesText`. */
export function readStatuses(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split(';').flatMap((group) => {
      const [key = '', ids = ''] = group.split(':');
      return ids.split(',').map((id) => [id, key] as const);
    }),
  );
}
