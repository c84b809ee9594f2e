import fs from 'node:fs';
import path from 'node:path';
import { BranchId } from '../../../shared/model/ids.ts';

const ENDING = '.signalbox';

/** The folder of a workspace's branches: beside it, so that they travel and go together. */
export function branchFolder(workspace: string): string {
  return `${workspace}.branches`;
}

export function branchFile(workspace: string, id: BranchId): string {
  return path.join(branchFolder(workspace), `${id}${ENDING}`);
}

/** The ids of the branches whose files are there. */
export function branchesOf(workspace: string): readonly BranchId[] {
  const folder = branchFolder(workspace);
  if (!fs.existsSync(folder)) return [];
  return fs.readdirSync(folder).flatMap((name) => {
    const id = BranchId.safeParse(name.slice(0, -ENDING.length));
    return name.endsWith(ENDING) && id.success ? [id.data] : [];
  });
}

/** Removes a branch's file with what SQLite and the lock keep beside it, and the folder with the last of them. */
export function removeBranch(workspace: string, id: BranchId): void {
  const file = branchFile(workspace, id);
  for (const ending of ['', '-wal', '-shm', '-lock', '-lock-journal']) {
    fs.rmSync(`${file}${ending}`, { force: true });
  }
  const folder = branchFolder(workspace);
  if (fs.existsSync(folder) && fs.readdirSync(folder).length === 0) fs.rmdirSync(folder);
}
