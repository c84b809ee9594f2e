import type { BoardedItem, ReleaseDetail } from '../../../shared/contract/releases.ts';
import { scopeCutOff, scopeStateAt } from '../../../shared/domain/boarding/scope-state.ts';
import { cutText } from '../../../shared/domain/text/cut-text.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { FactId, ReleaseId, ScopeItemId } from '../../../shared/model/ids.ts';
import type { ScopeItem } from '../../../shared/model/scope-item.ts';
import type { CoreContext } from '../core-context.ts';
import { milestonesOf } from '../db/repositories/milestones.ts';
import { scopeItemsOf } from '../db/repositories/scope-items.ts';
import { type SeenWorkItem, workItemsById } from '../db/repositories/work-items.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { candidatesOf } from './boarding.ts';
import { decisionOf } from './decision-of.ts';
import { notFound } from './not-found.ts';
import { releaseOf, titleOf, trainOf } from './planning.ts';

function ticketOf(item: SeenWorkItem): BoardedItem['ticket'] {
  const { id, key, title, url, type, originalStatus, category, resolution, assignee, updatedAt, fetchedAt, simulated } =
    item;
  return { id, key, title, url, type, originalStatus, category, resolution, assignee, updatedAt, fetchedAt, simulated };
}

function boardedItems(core: CoreContext, releaseId: ReleaseId): BoardedItem[] {
  const items = scopeItemsOf(core.db, releaseId);
  const ids = items.flatMap((item) => item.workItemId ?? []);
  const tickets = new Map(workItemsById(core.db, ids).map((ticket) => [ticket.id, ticket] as const));
  return items.map((item) => {
    const ticket = item.workItemId === null ? undefined : tickets.get(item.workItemId);
    return { item, ticket: ticket ? ticketOf(ticket) : null };
  });
}

/** Everything that a release's page shows. */
export function releaseDetail(core: CoreContext, id: ReleaseId): ReleaseDetail {
  const release = releaseOf(core.db, id);
  return {
    release,
    trainName: trainOf(core.db, release.trainId).name,
    milestones: milestonesOf(core.db, id),
    scope: boardedItems(core, id),
  };
}

interface Boarder {
  readonly workItemId: FactId | null;
  readonly title: string;
}

function boardAll(
  releaseId: ReleaseId,
  boarders: readonly Boarder[],
  how: Pick<ScopeItem, 'boardedBy' | 'reason'>,
  tools: CommandTools,
): ScopeItemId[] {
  const { tx, now, newId } = tools;
  const state = scopeStateAt(scopeCutOff(milestonesOf(tx.db, releaseId)), now);
  const aboard = new Map(scopeItemsOf(tx.db, releaseId).map((item) => [item.workItemId, item] as const));
  return boarders.map(({ workItemId, title }) => {
    const known = workItemId === null ? undefined : aboard.get(workItemId);
    if (known && (known.state === 'boarded' || known.state === 'late')) return known.id;
    // Ids made by newId are ids.
    const id = known?.id ?? (newId('scope-item') as ScopeItemId);
    tx.put('scope-item', { id, releaseId, workItemId, title, state, boardedAt: now, bumpedTo: null, ...how });
    return id;
  });
}

/** The longest title that a scope item can have. */
const LONGEST_TITLE = 400;

/** A ticket's title as a scope item keeps it. */
function ticketTitle({ key, title }: Pick<SeenWorkItem, 'key' | 'title'>): string {
  return cutText(`${key} ${title}`.trim(), LONGEST_TITLE);
}

function board(
  input: {
    readonly releaseId: ReleaseId;
    readonly workItemIds: readonly FactId[];
    readonly written: string | null;
    readonly reason: string;
  },
  tools: CommandTools,
): Decision<{ boarded: ScopeItemId[] }> {
  const release = releaseOf(tools.tx.db, input.releaseId);
  const tickets = workItemsById(tools.tx.db, input.workItemIds);
  const missing = input.workItemIds.find((id) => !tickets.some((ticket) => ticket.id === id));
  if (missing !== undefined) throw notFound('work item', missing);
  const boarders: Boarder[] = tickets.map((ticket) => ({ workItemId: ticket.id, title: ticketTitle(ticket) }));
  if (input.written !== null) boarders.push({ workItemId: null, title: input.written });
  const boarded = boardAll(release.id, boarders, { boardedBy: 'hand', reason: input.reason }, tools);
  const what = boarders.length === 1 ? `“${boarders[0]?.title}”` : `${boarders.length} items`;
  return { output: { boarded }, summary: `Boarded ${what} on “${titleOf(tools.tx.db, release)}”` };
}

/** Boards every work item that the train's rules name for a release. */
export function boardByRules(
  { releaseId }: { readonly releaseId: ReleaseId },
  tools: CommandTools,
): Decision<{ boarded: ScopeItemId[] }> {
  const release = releaseOf(tools.tx.db, releaseId);
  const candidates = candidatesOf(tools.tx.db, trainOf(tools.tx.db, release.trainId), release);
  const boarders = candidates.map((item) => ({ workItemId: item.workItemId, title: ticketTitle(item) }));
  const boarded = boardAll(releaseId, boarders, { boardedBy: 'rule', reason: '' }, tools);
  const many = boarded.length === 1 ? '1 item' : `${boarded.length} items`;
  return { output: { boarded }, summary: `Boarded ${many} by rule on “${titleOf(tools.tx.db, release)}”` };
}

function itemOf(id: ScopeItemId, { tx }: CommandTools): ScopeItem {
  return decisionOf(tx.db, 'scope-item', id);
}

function assertAboard(item: ScopeItem): void {
  if (item.state === 'boarded' || item.state === 'late') return;
  throw new Failure('CONFLICT', `“${item.title}” was ${item.state} already.`, {
    where: `scope item ${item.id}`,
    remedy: 'Board it again first.',
  });
}

/** The most of a reason that a line of the journal tells; the whole of it is kept with the item. */
const LONGEST_REASON_TOLD = 160;

function because(reason: string): string {
  const told = cutText(reason.replaceAll(/\s+/g, ' ').trim(), LONGEST_REASON_TOLD);
  return told === '' ? '' : `: ${told}`;
}

function bump(
  input: { readonly id: ScopeItemId; readonly to: ReleaseId; readonly reason: string },
  tools: CommandTools,
): Decision<{ id: ScopeItemId }> {
  const item = itemOf(input.id, tools);
  assertAboard(item);
  const target = releaseOf(tools.tx.db, input.to);
  if (target.id === item.releaseId) {
    throw new Failure('BAD_INPUT', `“${item.title}” is on “${titleOf(tools.tx.db, target)}” already.`, {
      where: 'to',
      remedy: 'Choose another release.',
    });
  }
  tools.tx.put('scope-item', { ...item, state: 'bumped', bumpedTo: target.id, reason: input.reason });
  const how = { boardedBy: 'hand', reason: input.reason } as const;
  const [id] = boardAll(target.id, [item], how, tools);
  if (id === undefined) throw new Error('one boarder gives one scope item');
  const title = titleOf(tools.tx.db, target);
  return { output: { id }, summary: `Bumped “${item.title}” to “${title}”${because(input.reason)}` };
}

function drop(
  input: { readonly id: ScopeItemId; readonly reason: string },
  tools: CommandTools,
): Decision<Record<string, never>> {
  const item = itemOf(input.id, tools);
  assertAboard(item);
  tools.tx.put('scope-item', { ...item, state: 'dropped', reason: input.reason });
  const title = titleOf(tools.tx.db, releaseOf(tools.tx.db, item.releaseId));
  return { output: {}, summary: `Dropped “${item.title}” from “${title}”${because(input.reason)}` };
}

/** What boards a release and what leaves it. */
export function scopeProcedures(os: Os, core: CoreContext) {
  return {
    candidates: os.releases.candidates.handler(({ input }) => {
      const release = releaseOf(core.db, input.id);
      return candidatesOf(core.db, trainOf(core.db, release.trainId), release);
    }),
    board: os.releases.board.handler(decide(core, board)),
    boardByRules: os.releases.boardByRules.handler(decide(core, boardByRules)),
    bump: os.releases.bump.handler(decide(core, bump)),
    drop: os.releases.drop.handler(decide(core, drop)),
  };
}
