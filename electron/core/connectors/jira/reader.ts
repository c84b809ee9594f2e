import type { StatusCategory } from '../../../../shared/model/connection.ts';
import type { FactKind } from '../../../../shared/model/facts.ts';
import type { FactId } from '../../../../shared/model/ids.ts';
import type { MapContext } from '../_kit/connector.ts';
import { factId } from '../_kit/fact-id.ts';
import { createStatusReader } from '../_kit/statuses.ts';
import { readStatuses, type Setup, setupOf } from './setup.ts';

/** What reading any row of a page needs, prepared once a page. */
export interface Reader {
  readonly context: MapContext;
  readonly setup: Setup;
  readonly id: (kind: FactKind, key: string) => FactId;
  /** The site's address for people, without a slash at its end. */
  readonly root: string;
  /** The page of an issue for people. */
  readonly browse: (issueKey: string) => string;
  /** What a status means: by the user's rules on its name, else by Jira's category of it, else `active`. */
  readonly category: (name: string, statusId: string | null, categoryKey?: string | null) => StatusCategory;
}

/**
 * Statuses that every Jira begins with (Open, In Progress, Reopened, Resolved, Closed). Their ids are the same
 * everywhere and stay in changelogs after a site has deleted them.
 */
const BUILT_IN: ReadonlyMap<string, string> = new Map([
  ['1', 'new'],
  ['3', 'indeterminate'],
  ['4', 'new'],
  ['5', 'done'],
  ['6', 'done'],
]);

/** Jira has three categories; what it calls anything else (`undefined` among them) is neither new nor done. */
function ofJira(key: string | null | undefined): StatusCategory {
  return key === 'new' || key === 'done' ? key : 'active';
}

export function createReader(context: MapContext): Reader {
  const setup = setupOf(context.request.params);
  const known = readStatuses(setup.statuses);
  const read = createStatusReader(context.rules);
  const root = context.baseUrl.replace(/\/+$/, '');
  return {
    context,
    setup,
    root,
    id: (kind, key) => factId(context.connectionId, kind, key),
    browse: (issueKey) => `${root}/browse/${encodeURIComponent(issueKey)}`,
    category: (name, statusId, categoryKey) => {
      const id = statusId ?? '';
      return read(name, ofJira(categoryKey ?? known.get(id) ?? BUILT_IN.get(id)));
    },
  };
}
