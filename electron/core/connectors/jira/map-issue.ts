import type { MappedFact } from '../../../../shared/model/facts.ts';
import type { FactId } from '../../../../shared/model/ids.ts';
import type { Instant } from '../../../../shared/model/time.ts';
import type { Dropped, MappedPage } from '../_kit/connector.ts';
import { parseRows, sampleOf } from '../_kit/rows.ts';
import { isWhole, type ReadChangelog, readChangelog } from './map-changelog.ts';
import { nameOf, peopleOf } from './map-people.ts';
import { sprintFact } from './map-sprint.ts';
import type { Reader } from './reader.ts';
import { type Issue, type IssueFields, IssueLink } from './schema.ts';
import { readSprint } from './sprint-field.ts';

function namesOf(values: readonly unknown[] | null | undefined): readonly string[] {
  const names = (values ?? []).map((value) =>
    typeof value === 'object' && value !== null && 'name' in value ? value.name : value,
  );
  return names.filter((name): name is string => typeof name === 'string' && name !== '');
}

/** Story points: the first of the fields that holds a number; some sites write it as a text. */
function pointsOf(fields: IssueFields, reader: Reader): number | null {
  for (const name of reader.setup.points.split(',')) {
    const value = fields[name];
    const points = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof points === 'number' && Number.isFinite(points)) return points;
  }
  return null;
}

/**
 * When an item that is done became so: its last change from a status that is not done into one that is; without such a
 * change in sight, the day that Jira resolved it, then the day that its status category last changed.
 */
function doneAt(item: { done: boolean; fields: IssueFields; changelog: ReadChangelog }): Instant | null {
  if (!item.done) return null;
  const { resolutiondate, statuscategorychangedate } = item.fields;
  const became = item.changelog.transitions.findLast(
    (transition) => transition.toCategory === 'done' && transition.fromCategory !== 'done',
  );
  return became?.at ?? resolutiondate ?? statuscategorychangedate ?? null;
}

function workItem(issue: Issue, changelog: ReadChangelog, reader: Reader): MappedFact<'work-item'> {
  const { fields } = issue;
  const category = reader.category(fields.status.name, fields.status.id ?? null, fields.status.statusCategory?.key);
  return {
    kind: 'work-item',
    id: reader.id('work-item', issue.id),
    connectionId: reader.context.connectionId,
    externalId: issue.id,
    url: reader.browse(issue.key),
    projectKey: fields.project?.key || issue.key.replace(/-\d+$/, ''),
    key: issue.key,
    title: fields.summary || issue.key,
    type: fields.issuetype?.name || 'Issue',
    originalStatus: fields.status.name,
    category,
    priority: fields.priority?.name ?? null,
    assignee: nameOf(fields.assignee),
    labels: [...namesOf(fields.labels)],
    versions: [...namesOf(fields.fixVersions)],
    storyPoints: pointsOf(fields, reader),
    createdAt: fields.created,
    updatedAt: fields.updated,
    doneAt: doneAt({ done: category === 'done', fields, changelog }),
    resolution: fields.resolution?.name || null,
  };
}

function readLinks(issue: Issue, reader: Reader): MappedPage {
  const { rows, dropped: unread } = parseRows(IssueLink, issue.fields.issuelinks ?? []);
  const dropped: Dropped[] = [...unread];
  const facts: MappedFact<'work-item-link'>[] = [];
  for (const link of rows) {
    const toKey = link.outwardIssue?.key ?? link.inwardIssue?.key;
    if (toKey === undefined) {
      dropped.push({ reason: 'a link to no issue', sample: sampleOf(link) });
      continue;
    }
    // Both ends list the link under one id: the end belongs to the fact's id.
    const externalId = `${issue.id}.${link.id}`;
    facts.push({
      kind: 'work-item-link',
      id: reader.id('work-item-link', externalId),
      connectionId: reader.context.connectionId,
      externalId,
      url: reader.browse(issue.key),
      fromId: reader.id('work-item', issue.id),
      toKey,
      type: link.type.name,
      direction: link.outwardIssue ? 'outward' : 'inward',
    });
  }
  return { facts, dropped };
}

function readSprints(issue: Issue, reader: Reader): MappedPage {
  const values = reader.setup.sprints.split(',').flatMap((name) => issue.fields[name] ?? []);
  const read = values.map(readSprint);
  return {
    facts: read.flatMap(({ row }) => (row ? [sprintFact(row, reader)] : [])),
    dropped: read.flatMap((sprint) => sprint.dropped),
  };
}

export interface ReadIssue extends MappedPage {
  /** The issue as a fact, where the page tells all of its links, and all of its changes of status. */
  readonly wholeLinks: FactId | null;
  readonly wholeTransitions: FactId | null;
}

/** One issue: the work item, its transitions, links and sprints, and everybody named. */
export function readIssue(issue: Issue, reader: Reader): ReadIssue {
  const changelog = readChangelog(issue.changelog?.histories ?? [], issue, reader);
  const links = readLinks(issue, reader);
  const sprints = readSprints(issue, reader);
  const id = reader.id('work-item', issue.id);
  const { assignee, reporter, creator } = issue.fields;
  const people = peopleOf([assignee, reporter, creator, ...changelog.authors], reader);
  return {
    facts: [...people, ...sprints.facts, workItem(issue, changelog, reader), ...changelog.transitions, ...links.facts],
    dropped: [...changelog.dropped, ...links.dropped, ...sprints.dropped],
    wholeLinks: issue.fields.issuelinks && links.dropped.length === 0 ? id : null,
    wholeTransitions: isWhole(issue) && changelog.dropped.length === 0 ? id : null,
  };
}
