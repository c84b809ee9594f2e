import fs from 'node:fs';
import type { Branch } from '../../../shared/contract/branches.ts';
import type { BranchId } from '../../../shared/model/ids.ts';
import type { BranchDesk } from '../branch-desk.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import { openWorkspace } from '../db/open-workspace.ts';
import { readBranchOrigin, renameBranch, writeBranchOrigin } from '../db/repositories/branch-origin.ts';
import { countEntriesSince } from '../db/repositories/journal-since.ts';
import { notFound } from '../services/not-found.ts';
import { branchesOf, branchFile, branchFolder, removeBranch } from './branch-files.ts';
import { branchContext, type PlanContext } from './context.ts';

interface OpenBranch {
  readonly context: CoreContext;
  readonly close: () => void;
}

export interface OpenBranches extends BranchDesk<CoreContext> {
  /** Everything that works on a branch; opens it when it is first asked for. */
  readonly open: (id: BranchId) => CoreContext;
  readonly close: () => void;
}

function describe(id: BranchId, db: ReadDb): Branch {
  const origin = readBranchOrigin(db);
  if (origin === undefined) throw notFound('branch', id);
  const { name, forkedAt, seq } = origin;
  return { id, name, forkedAt, seq, decisions: countEntriesSince(db, seq) };
}

/** The what-if branches of a workspace: copies beside it, each with a core of its own once somebody looks into it. */
export function openBranches(plan: PlanContext): OpenBranches {
  const { file } = plan.db;
  const opened = new Map<BranchId, OpenBranch>();

  function open(id: BranchId): CoreContext {
    const known = opened.get(id);
    if (known !== undefined) return known.context;
    if (!fs.existsSync(branchFile(file, id))) throw notFound('branch', id);
    const branch = branchContext(plan, branchFile(file, id));
    opened.set(id, branch);
    return branch.context;
  }

  function mark(id: BranchId, name: string): void {
    const { env, host } = plan;
    const copy = openWorkspace({
      file: branchFile(file, id),
      mode: 'write',
      create: undefined,
      env,
      actor: '',
      host: host.kind,
    });
    try {
      writeBranchOrigin(copy.db, { name, forkedAt: env.now() });
    } finally {
      copy.close();
    }
  }

  return {
    open,
    read(id) {
      const core = open(id);
      return { branch: describe(id, core.db), core };
    },
    rename: (id, name) => renameBranch(open(id).db, name),
    list: () =>
      branchesOf(file)
        .map((id) => describe(id, open(id).db))
        .sort((one, other) => other.forkedAt - one.forkedAt || (one.id < other.id ? -1 : 1)),
    async create(name) {
      // Ids made by newId are ids.
      const id = plan.env.newId('branch') as BranchId;
      fs.mkdirSync(branchFolder(file), { recursive: true });
      try {
        await plan.store.copy(branchFile(file, id));
        mark(id, name);
      } catch (error) {
        removeBranch(file, id);
        throw error;
      }
      return id;
    },
    async discard(id) {
      if (!fs.existsSync(branchFile(file, id))) throw notFound('branch', id);
      opened.get(id)?.close();
      opened.delete(id);
      removeBranch(file, id);
    },
    close() {
      for (const branch of opened.values()) branch.close();
      opened.clear();
    },
  };
}
