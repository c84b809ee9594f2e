import type { IntegrationProposal } from '../../../../shared/contract/integration.ts';
import { windowName } from '../../../../shared/domain/integration/window-name.ts';
import type { ReleaseId } from '../../../../shared/model/ids.ts';
import type { Milestone } from '../../../../shared/model/release.ts';
import type { Span } from '../../../../shared/model/span.ts';

/** One milestone that is to be added, or moved. */
export interface PlannedMilestone {
  readonly releaseId: ReleaseId;
  readonly name: string;
  readonly span: Span;
  readonly move: { readonly id: Milestone['id']; readonly base: Pick<Milestone, 'startAt' | 'endAt'> } | null;
}

/** What can be planned of a proposal: each release's windows that it does not have yet, and what could be moved there. */
export interface Planning {
  readonly added: readonly PlannedMilestone[];
  readonly moved: readonly PlannedMilestone[];
}

/** One added for a window before, or one that follows its train's stage; one that was moved by hand stays where it is. */
function isMovable({ pinned, stageKey, name }: Milestone, wanted: string): boolean {
  return stageKey === null ? name === wanted : !pinned;
}

/**
 * The milestones that make a plan of a proposal: as they come where all are `added`, and as they come where those that a
 * release has already are `moved` there instead. A release that has one at exactly that time needs none.
 */
export function planningOf({ windows, releases }: IntegrationProposal): Planning {
  const wanted = windows.flatMap((window) => {
    const { span } = window;
    const name = windowName(window, windows.length);
    return span === null ? [] : window.releases.map((releaseId) => ({ releaseId, name, span }));
  });
  const added: PlannedMilestone[] = [];
  const moved: PlannedMilestone[] = [];
  for (const { releaseId, milestones } of releases) {
    const own = wanted.filter((one) => one.releaseId === releaseId);
    const isAt = ({ startAt, endAt }: Milestone, { span }: { span: Span }) =>
      startAt === span.start && endAt === span.end;
    const missing = own.filter((one) => !milestones.some((each) => isAt(each, one)));
    const free = new Set(milestones.filter((each) => !own.some((one) => isAt(each, one))));
    for (const one of missing) {
      const candidates = [...free].filter((each) => isMovable(each, one.name));
      const found = candidates.find(({ name }) => name === one.name) ?? candidates[0];
      if (found !== undefined) free.delete(found);
      added.push({ ...one, move: null });
      const base = found === undefined ? null : { startAt: found.startAt, endAt: found.endAt };
      moved.push({ ...one, move: found === undefined || base === null ? null : { id: found.id, base } });
    }
  }
  return { added, moved };
}
