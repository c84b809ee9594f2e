import type { MappedFact } from '../../../../shared/model/facts.ts';
import type { Dropped } from '../_kit/connector.ts';
import { parseRows, sampleOf } from '../_kit/rows.ts';
import type { Reader } from './reader.ts';
import { ChangeItem, History, type IssueHead, type User } from './schema.ts';

export interface IssueRef {
  readonly id: string;
  readonly key: string;
}

export interface ReadChangelog {
  /** Oldest first; entries of the same moment in the order of their ids. */
  readonly transitions: readonly MappedFact<'transition'>[];
  /** Who changed the status, nobody among them. */
  readonly authors: readonly (User | null | undefined)[];
  readonly dropped: readonly Dropped[];
}

/** Cloud cuts a changelog inside an issue at 40 entries; a cut one that does not say its total is at least so long. */
const CUT_FROM = 40;

/** Whether the changelog inside an issue is only the newest part of it. */
export function isCut({ changelog }: Pick<IssueHead, 'changelog'>): boolean {
  if (!changelog) return false;
  const held = changelog.histories.length;
  return held < (changelog.total ?? 0) || (!changelog.total && held >= CUT_FROM);
}

/** Whether the changelog inside an issue is surely all of it: Jira says how long it is. */
export function isWhole({ changelog }: Pick<IssueHead, 'changelog'>): boolean {
  return typeof changelog?.total === 'number' && changelog.histories.length >= changelog.total;
}

function isStatus(item: ChangeItem): boolean {
  return item.fieldId === 'status' || (!item.fieldId && item.field === 'status');
}

/** Most entries change no status; they are passed over unread. */
function mayChangeStatus(history: unknown): boolean {
  const items = typeof history === 'object' && history !== null && 'items' in history ? history.items : null;
  if (!Array.isArray(items)) return true;
  return items.some((item) => item?.fieldId === 'status' || item?.field === 'status');
}

interface Change {
  readonly item: ChangeItem;
  /** Among the changes of status in its entry. */
  readonly place: number;
  readonly history: History;
}

function transitionOf({ item, place, history }: Change, issue: IssueRef, reader: Reader) {
  const to = item.toText ?? item.to;
  if (!to) return null;
  const from = item.fromText ?? item.from ?? null;
  const externalId = place === 0 ? history.id : `${history.id}.${place}`;
  return {
    kind: 'transition',
    id: reader.id('transition', externalId),
    connectionId: reader.context.connectionId,
    externalId,
    url: reader.browse(issue.key),
    workItemId: reader.id('work-item', issue.id),
    fromStatus: from,
    toStatus: to,
    fromCategory: from === null ? null : reader.category(from, item.from ?? null),
    toCategory: reader.category(to, item.to ?? null),
    author: history.author?.displayName || history.author?.name || null,
    at: history.created,
  } satisfies MappedFact<'transition'>;
}

/**
 * The changes of status in an issue's history. A history entry holds several fields; its id and, should it change the
 * status more than once, the place among those changes make the transition's id.
 */
export function readChangelog(histories: readonly unknown[], issue: IssueRef, reader: Reader): ReadChangelog {
  const { rows, dropped: unread } = parseRows(History, histories.filter(mayChangeStatus));
  const dropped: Dropped[] = [...unread];
  const transitions: MappedFact<'transition'>[] = [];
  for (const history of rows) {
    const items = parseRows(ChangeItem, history.items);
    dropped.push(...items.dropped);
    items.rows.filter(isStatus).forEach((item, place) => {
      const transition = transitionOf({ item, place, history }, issue, reader);
      if (transition) transitions.push(transition);
      else dropped.push({ reason: 'a change of status that names no status', sample: sampleOf(item) });
    });
  }
  const authors = rows.map((history) => history.author);
  return { transitions: transitions.sort((a, b) => a.at - b.at), authors, dropped };
}
