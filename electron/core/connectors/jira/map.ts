import type { MappedFact } from '../../../../shared/model/facts.ts';
import type { Connector, MapContext, MappedPage, PageResponse } from '../_kit/connector.ts';
import { wordsOf } from '../_kit/failures.ts';
import { jsonOf } from '../_kit/json.ts';
import { parseRow, parseRows, sampleOf } from '../_kit/rows.ts';
import { readChangelog } from './map-changelog.ts';
import { readIssue } from './map-issue.ts';
import { peopleOf } from './map-people.ts';
import { sprintFact } from './map-sprint.ts';
import { createReader, type Reader } from './reader.ts';
import { Changelog, Issue, Project, SearchPage, Sprint, ValuesPage, Version } from './schema.ts';

type Read = (body: unknown, reader: Reader) => MappedPage;

const readProject: Read = (body, reader) => {
  const { row, dropped } = parseRow(Project, body);
  if (row === null) return { facts: [], dropped };
  const { connectionId } = reader.context;
  const url = reader.browse(row.key);
  const id = reader.id('project', row.id);
  return {
    facts: [{ kind: 'project', id, connectionId, externalId: row.id, url, key: row.key, name: row.name || row.key }],
    dropped,
  };
};

const readVersions: Read = (body, reader) => {
  const { rows, dropped } = parseRows(Version, body);
  const { connectionId, request } = reader.context;
  const projectKey = String(request.params.projectKey ?? request.scope);
  const facts = rows.map(
    (version): MappedFact<'source-version'> => ({
      kind: 'source-version',
      id: reader.id('source-version', version.id),
      connectionId,
      externalId: version.id,
      url: `${reader.root}/projects/${encodeURIComponent(projectKey)}/versions/${encodeURIComponent(version.id)}`,
      projectKey,
      name: version.name,
      description: version.description ?? null,
      released: version.released,
      releaseAt: version.releaseDate ?? null,
    }),
  );
  // All versions of the project, in one answer; a row that cannot be read is no version that is gone.
  const whole = { kind: 'source-version', field: 'projectKey', values: [projectKey], keys: [request.key] } as const;
  return { facts, dropped, replaces: dropped.length === 0 ? [whole] : [] };
};

const readSprints: Read = (body, reader) => {
  const page = parseRow(ValuesPage, body);
  const { rows, dropped } = parseRows(Sprint, page.row?.values ?? []);
  return { facts: rows.map((sprint) => sprintFact(sprint, reader)), dropped: [...page.dropped, ...dropped] };
};

/** Issues of a page name the same few people and sprints: each is a fact once. */
function eachOnce(facts: readonly MappedFact[]): readonly MappedFact[] {
  return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
}

const readIssues: Read = (body, reader) => {
  const page = parseRow(SearchPage, body);
  const { rows, dropped } = parseRows(Issue, page.row?.issues ?? []);
  const read = rows.map((issue) => readIssue(issue, reader));
  const keys = [reader.context.request.key];
  const links = read.flatMap(({ wholeLinks }) => wholeLinks ?? []);
  const transitions = read.flatMap(({ wholeTransitions }) => wholeTransitions ?? []);
  return {
    facts: eachOnce(read.flatMap((issue) => issue.facts)),
    dropped: [...page.dropped, ...dropped, ...read.flatMap((issue) => issue.dropped)],
    replaces: [
      ...(links.length > 0 ? [{ kind: 'work-item-link', field: 'fromId', values: links, keys } as const] : []),
      ...(transitions.length > 0
        ? [{ kind: 'transition', field: 'workItemId', values: transitions, keys } as const]
        : []),
    ],
  };
};

/** A page of the changelog (Cloud), or the issue with the whole of it (Data Center). */
const readChanges: Read = (body, reader) => {
  const { issueId, issueKey } = reader.context.request.params;
  const issue = { id: String(issueId), key: String(issueKey) };
  const page = parseRow(ValuesPage, body);
  if (page.row !== null) return changesOf(page.row.values, issue, reader);
  const whole =
    typeof body === 'object' && body !== null && 'changelog' in body ? parseRow(Changelog, body.changelog) : null;
  if (!whole?.row) return { facts: [], dropped: page.dropped };
  const read = changesOf(whole.row.histories, issue, reader);
  const missing = (whole.row.total ?? 0) - whole.row.histories.length;
  if (missing <= 0) return read;
  const reason = `Jira keeps back ${missing} older entries of the changelog of ${issue.key}`;
  return { facts: read.facts, dropped: [...read.dropped, { reason, sample: sampleOf({ key: issue.key, missing }) }] };
};

function changesOf(histories: readonly unknown[], issue: { id: string; key: string }, reader: Reader): MappedPage {
  const { transitions, authors, dropped } = readChangelog(histories, issue, reader);
  return { facts: [...peopleOf(authors, reader), ...transitions], dropped };
}

const byStream: Readonly<Record<string, Read>> = {
  project: readProject,
  versions: readVersions,
  sprints: readSprints,
  issues: readIssues,
  changelog: readChanges,
};

/** A board without sprints and a site without boards lack nothing; what was refused or is gone is told of. */
function missingPage(response: PageResponse, { request }: MapContext): MappedPage {
  const lacksNothing = response.status === 400 || (request.stream === 'boards' && response.status === 404);
  if (lacksNothing) return { facts: [], dropped: [] };
  const words = wordsOf(response) || 'no reason given';
  return { facts: [], dropped: [{ reason: `not to be had (${response.status}): ${words}`, sample: request.path }] };
}

/** Reads facts out of one answer; the set-up streams hold none. */
export const map: Connector['map'] = (response, context) => {
  if (response.status >= 300) return missingPage(response, context);
  const read = byStream[context.request.stream];
  if (read === undefined) return { facts: [], dropped: [] };
  return read(jsonOf(response), createReader(context));
};
