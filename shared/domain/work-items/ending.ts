import type { WorkItem } from '../../model/facts.ts';

/** What tells how a ticket stands: what its status means here, the provider's own word for it, and how it was resolved. */
export type TicketState = Pick<WorkItem, 'category' | 'originalStatus' | 'resolution'>;

/** What a ticket's state comes to: it can still be done, it was, or it ended without being done. */
export type Ending = 'open' | 'done' | 'undone';

/** Words of providers, as a status or as a resolution, for work that ended without being done. */
const UNDONE = new RegExp(
  [
    "won['’`]?t(?:[ _-]?(?:do|fix))?",
    'not[ _-](?:planned|do(?:ne)?|fix(?:ed)?|be (?:done|fixed)|a (?:bug|defect)|an issue|applicable|reproducible|needed)',
    "(?:can ?not|can['’`]?t|unable to)[ _-]reproduce",
    'no longer (?:needed|required|relevant|applicable|reproducible)',
    '^(?:works |working )?as (?:designed|intended)$|^by design$|out of scope',
    'declined|rejected|cancell?ed|abandoned|withdrawn|deferred|postponed|superseded',
    'duplicated?|invalid|incomplete|obsolete',
  ]
    .map((words) => `\\b(?:${words})\\b`)
    .join('|'),
  'i',
);

/** A resolution that begins so says of what is done what is left: `Done (deferred docs)`. */
const DONE = /^\s*(?:done|fixed|implemented)\b/i;

function resolvedUndone(resolution: string | null): boolean {
  return resolution !== null && !DONE.test(resolution) && UNDONE.test(resolution);
}

/**
 * The state of a ticket as something to count. What its status means comes first: only what is done there can have ended
 * at all. It ended undone where its status or its resolution says so; one without a resolution, or with words not known
 * here, was done.
 */
export function endingOf({ category, originalStatus, resolution }: TicketState): Ending {
  if (category !== 'done') return 'open';
  return UNDONE.test(originalStatus) || resolvedUndone(resolution) ? 'undone' : 'done';
}

/** A ticket's status as people read it, with its resolution where that says that it ended undone: `Done (Won't Do)`. */
export function statusText(ticket: TicketState): string {
  const { originalStatus, resolution } = ticket;
  const tells = resolution !== originalStatus && endingOf(ticket) === 'undone';
  return tells && resolvedUndone(resolution) ? `${originalStatus} (${resolution})` : originalStatus;
}
