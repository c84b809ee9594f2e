import fs from 'node:fs';
import path from 'node:path';
import packageJson from '../../../package.json' with { type: 'json' };
import type { ConnectionHealth } from '../../../shared/contract/connections.ts';
import type { DoctorCheck } from '../../../shared/contract/system.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { CoreContext } from '../core-context.ts';
import { sizeOnDisk } from '../db/log-keeper.ts';
import { allConnections } from '../db/repositories/connections.ts';
import { hasSecret } from '../read-secret.ts';
import { healthOfAll } from './connections.ts';

const MEGABYTE = 1_048_576;

/** The oldest Node that runs the program, as `engines` in package.json says it. */
const OLDEST_NODE = packageJson.engines.node.replace('>=', '');

function checkNode(): DoctorCheck {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldest = 0, oldestMinor = 0] = OLDEST_NODE.split('.').map(Number);
  const ok = major > oldest || (major === oldest && minor >= oldestMinor);
  const remedy = ok ? null : `Use Node 24, or at least ${OLDEST_NODE}.`;
  return { name: 'Node', ok, found: process.versions.node, remedy };
}

async function problemOf(core: CoreContext): Promise<string> {
  try {
    return await core.store.check();
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}

async function checkFile(core: CoreContext): Promise<DoctorCheck> {
  const problem = await problemOf(core);
  const ok = problem === 'ok';
  return {
    name: 'Workspace file',
    ok,
    found: ok ? 'whole' : problem,
    remedy: ok ? null : 'Open the newest backup beside it.',
  };
}

/** Megabytes for people: `730 MB`, `74 GB`, `1.8 TB`. */
function sizeInWords(megabytes: number): string {
  if (megabytes < 1_024) return `${megabytes} MB`;
  const gigabytes = megabytes / 1_024;
  return gigabytes < 1_024 ? `${Math.round(gigabytes)} GB` : `${(gigabytes / 1_024).toFixed(1)} TB`;
}

function checkRoom(core: CoreContext): DoctorCheck {
  const { bavail, bsize } = fs.statfsSync(path.dirname(core.db.file));
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  const needed = Math.ceil(sizeOnDisk(core.db.file) / MEGABYTE) + 100;
  const ok = free >= needed;
  return {
    name: 'Room on the disk',
    ok,
    found: `${sizeInWords(free)} free`,
    remedy: ok ? null : `Free at least ${needed} MB, so that a backup fits beside the workspace.`,
  };
}

async function checkSecrets(core: CoreContext): Promise<DoctorCheck> {
  const missing: string[] = [];
  for (const connection of allConnections(core.db)) {
    if (!(await hasSecret(core.host.secrets, connection))) missing.push(connection.name);
  }
  const ok = missing.length === 0;
  return {
    name: 'Secrets',
    ok,
    found: ok ? `kept in ${core.host.secrets.keptIn}` : `none for ${missing.join(', ')}`,
    remedy: ok ? null : 'Type the token again in Connections, or set it in the environment.',
  };
}

/** Whether every connection is synced; a connection that is new only waits for its first sync. */
async function checkSyncs(core: CoreContext): Promise<DoctorCheck> {
  const healths = (await healthOfAll(core)).filter(({ simulated }) => !simulated);
  const named = (state: ConnectionHealth['state']) =>
    healths.filter((health) => health.state === state).map(({ connection }) => connection.name);
  const [failing, never] = [named('failing'), named('never')];
  const found = [
    ...(failing.length > 0 ? [`failing: ${failing.join(', ')}`] : []),
    ...(never.length > 0 ? [`never synced: ${never.join(', ')}`] : []),
  ];
  return {
    name: 'Syncs',
    ok: failing.length === 0,
    found: found.join('; ') || (healths.length === 0 ? 'no connection' : 'every connection was synced'),
    remedy: failing.length === 0 ? null : 'Look at the last error in Connections, or by `signalbox connect list`.',
  };
}

function checkWritable(core: CoreContext): DoctorCheck {
  return {
    name: 'Access',
    ok: !core.readOnly,
    found: core.readOnly ? 'read only' : 'read and write',
    remedy: core.readOnly ? 'Close the other Signalbox that has the workspace, or get write access to the file.' : null,
  };
}

/** Checks what the program needs on this machine and for this workspace; changes nothing. */
export async function examine(core: CoreContext): Promise<DoctorCheck[]> {
  const whole = await checkFile(core);
  const rest = [checkWritable(core), checkRoom(core), await checkSecrets(core)];
  return [checkNode(), whole, ...rest, ...(whole.ok ? [await checkSyncs(core)] : [])];
}
