import fs from 'node:fs';
import path from 'node:path';
import type { WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { CoreContext } from '../core-context.ts';
import type { ReadDb } from '../db/database.ts';
import { decisionTables, type Workspace } from '../db/decision-tables.ts';
import { readDecisions } from '../db/decisions.ts';
import { readFactCounts } from '../db/fact-counts.ts';
import { storeVersion } from '../db/migrate.ts';
import { sql } from '../db/sql.ts';
import { decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { loadSample } from './sample.ts';

/** The workspace's own row. Every workspace has exactly one from its creation on. */
export function readWorkspace(db: ReadDb): Workspace {
  const row = readDecisions(db, 'workspace', sql`LIMIT 1`)[0];
  if (row) return row;
  throw new Failure('WORKSPACE_DAMAGED', `${path.basename(db.file)} holds no workspace.`, {
    where: path.basename(db.file),
    remedy: 'Open the newest backup beside it.',
  });
}

function countAll(db: ReadDb): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [kind, { name }] of Object.entries(decisionTables)) {
    const table = { text: name, values: [] };
    counts[kind] = db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${table}`)?.n ?? 0;
  }
  for (const facts of readFactCounts(db).values()) {
    for (const [kind, n] of Object.entries(facts)) counts[kind] = (counts[kind] ?? 0) + n;
  }
  counts.journal = db.get<{ seq: number }>(sql`SELECT seq FROM journal_head`)?.seq ?? 0;
  return counts;
}

function info(core: CoreContext): WorkspaceInfo {
  const { db } = core;
  const { id, name, zone, createdAt } = readWorkspace(db);
  const simulated = db.get(sql`SELECT 1 FROM connection WHERE kind = 'simulated' LIMIT 1`) !== undefined;
  return {
    id,
    name,
    zone,
    createdAt,
    file: path.basename(db.file),
    schemaVersion: storeVersion(db),
    sizeBytes: fs.statSync(db.file).size,
    readOnly: core.readOnly,
    counts: countAll(db),
    hasSimulatedFacts: simulated,
  };
}

/** `Plan.signalbox` becomes `Plan.backup-2026-11-23T05-20-00Z.signalbox`, beside it. */
function backupName(core: CoreContext): string {
  const { dir, name, ext } = path.parse(core.db.file);
  const stamp = new Date(core.env.now()).toISOString().slice(0, 19).replaceAll(':', '-');
  return path.join(dir, `${name}.backup-${stamp}Z${ext}`);
}

async function backup(core: CoreContext): Promise<{ file: string; sizeBytes: number }> {
  const file = backupName(core);
  if (fs.existsSync(file)) {
    throw new Failure('CONFLICT', `${path.basename(file)} is there already.`, {
      where: path.basename(file),
      remedy: 'Wait a second and try again.',
    });
  }
  await core.db.copyTo(file);
  return { file: path.basename(file), sizeBytes: fs.statSync(file).size };
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
    backup: os.workspace.backup.handler(() => backup(core)),
    settings: os.workspace.settings.handler(() => core.host.settings.read()),
    saveSettings: os.workspace.saveSettings.handler(async ({ input }) => {
      const saved = await core.host.settings.write(input);
      core.changes.publish(['settings']);
      return saved;
    }),
  };
}
