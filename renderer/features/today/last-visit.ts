import { useEffect, useState } from 'react';
import type { Settings } from '../../../shared/contract/workspace.ts';
import type { Instant } from '../../../shared/model/time.ts';
import { useBranch } from '../../lib/use-branch.ts';
import { useNow } from '../../lib/use-now.ts';
import { useSaveSettings, useSettings } from '../../lib/use-settings.ts';
import { changesSince } from './view-model.ts';

/** Since when changes are shown, per workspace, for as long as the window is open. */
const remembered = new Map<string, Instant>();

export interface LastVisit {
  /** Null until the settings are here. */
  readonly since: Instant | null;
  /** Everything up to now has been seen. */
  readonly markSeen: () => void;
}

function sinceOf(workspaceId: string, settings: Settings, now: Instant): Instant {
  const kept = { last: settings.lastVisit[workspaceId], newSince: settings.newSince?.[workspaceId] };
  return remembered.get(workspaceId) ?? changesSince(kept, now);
}

/** Remembers this visit, and answers with the one before it: leaving the page and coming back changes nothing. */
export function useLastVisit(workspace: string | undefined): LastVisit {
  const branch = useBranch();
  // What was seen in a branch was not seen in the plan.
  const workspaceId = workspace === undefined ? undefined : (branch ?? workspace);
  const settings = useSettings();
  const save = useSaveSettings();
  const now = useNow();
  const [, redraw] = useState(0);
  const since = workspaceId === undefined || settings === undefined ? null : sinceOf(workspaceId, settings, now);

  useEffect(() => {
    if (workspaceId === undefined || since === null || remembered.has(workspaceId)) return;
    remembered.set(workspaceId, since);
    save({ lastVisit: { [workspaceId]: now }, newSince: { [workspaceId]: since } });
  }, [workspaceId, since, now, save]);

  return {
    since,
    markSeen() {
      if (workspaceId === undefined || settings === undefined) return;
      remembered.set(workspaceId, now);
      save({ lastVisit: { [workspaceId]: now }, newSince: { [workspaceId]: now } });
      redraw((count) => count + 1);
    },
  };
}
