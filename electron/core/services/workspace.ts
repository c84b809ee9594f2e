import fs from 'node:fs';
import path from 'node:path';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { CoreContext } from '../core-context.ts';
import { sizeOnDisk } from '../db/log-keeper.ts';
import { storeVersion } from '../db/migrate.ts';
import { allConnections } from '../db/repositories/connections.ts';
import { countRows, readWorkspace } from '../db/repositories/workspace.ts';
import { draftOf } from '../db/store-jobs.ts';
import { decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { loadSample } from './sample.ts';

function info(core: CoreContext): WorkspaceInfo {
  const { db } = core;
  const { id, name, zone, createdAt } = readWorkspace(db);
  return {
    id,
    name,
    zone,
    createdAt,
    file: path.basename(db.file),
    schemaVersion: storeVersion(db),
    sizeBytes: sizeOnDisk(db.file),
    readOnly: core.readOnly,
    counts: countRows(db),
    hasSimulatedFacts: allConnections(db).some(({ kind }) => kind === 'simulated'),
  };
}

/** `Plan.signalbox` becomes `Plan.backup-2026-11-23T05-20-00Z.signalbox`, beside it. */
function backupName(core: CoreContext): string {
  const { dir, name, ext } = path.parse(core.db.file);
  const stamp = new Date(core.env.now()).toISOString().slice(0, 19).replaceAll(':', '-');
  return path.join(dir, `${name}.backup-${stamp}Z${ext}`);
}

/** Milliseconds after which a half-written backup is nobody's any more: a copy that goes on is written all the time. */
const FORSAKEN_AFTER = 600_000;

/** Removes what backups left behind whose process was ended; another process may be writing one just now. */
function removeUnfinished({ db, env }: CoreContext): void {
  const { dir, name, ext } = path.parse(db.file);
  for (const found of fs.readdirSync(dir)) {
    if (!found.startsWith(`${name}.backup-`) || !found.endsWith(draftOf(ext))) continue;
    const file = path.join(dir, found);
    const touched = fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? env.now();
    if (env.now() - touched > FORSAKEN_AFTER) fs.rmSync(file, { force: true });
  }
}

async function backup(core: CoreContext): Promise<{ file: string; sizeBytes: number }> {
  const file = backupName(core);
  if (fs.existsSync(file) || fs.existsSync(draftOf(file))) {
    throw new Failure('CONFLICT', `${path.basename(file)} is there already.`, {
      where: path.basename(file),
      remedy: 'Wait a second and try again.',
    });
  }
  removeUnfinished(core);
  await core.store.copy(file);
  return { file: path.basename(file), sizeBytes: fs.statSync(file).size };
}

/** Makes backups one at a time. */
function backups(core: CoreContext): () => ReturnType<typeof backup> {
  let isRunning = false;
  return async () => {
    if (isRunning) {
      throw new Failure('CONFLICT', 'A backup is being written just now.', {
        where: 'backup',
        remedy: 'Wait until it is there.',
      });
    }
    isRunning = true;
    try {
      return await backup(core);
    } finally {
      isRunning = false;
    }
  };
}

/** The workspace as a whole, and what the application remembers on this machine. */
export function workspaceService(os: Os, core: CoreContext) {
  return {
    info: os.workspace.info.handler(() => info(core)),
    update: os.workspace.update.handler(
      decide(core, (input, { tx }) => {
        const before = readWorkspace(tx.db);
        const after = { ...before, name: input.name ?? before.name, zone: input.zone ?? before.zone };
        tx.put('workspace', after);
        return { output: {}, summary: `Workspace is “${after.name}” in ${after.zone}` };
      }),
    ),
    loadSample: loadSample(os, core),
    backup: os.workspace.backup.handler(backups(core)),
    settings: os.workspace.settings.handler(() => core.host.settings.read()),
    saveSettings: os.workspace.saveSettings.handler(async ({ input }) => {
      const saved = await core.host.settings.write(input);
      core.changes.publish(['settings']);
      return saved;
    }),
  };
}
