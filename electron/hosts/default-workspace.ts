import { basename, extname, join } from 'node:path';
import { Zone } from '../../shared/model/time.ts';
import type { OpenWorkspace } from './core-link/messages.ts';

/** The workspace of an account that has named none: made at first start and filled with the sample. */
export function defaultWorkspace(userFolder: string, zone: Zone): OpenWorkspace {
  const file = join(userFolder, 'workspaces', 'public-release-trains.signalbox');
  return { file, mode: 'write', create: { name: 'Public release trains', zone, sample: true } };
}

/** A workspace that someone named: opened, or made empty where there is none, and called after its file. */
export function namedWorkspace(file: string, zone: Zone): OpenWorkspace {
  return { file, mode: 'write', create: { name: basename(file, extname(file)), zone, sample: false } };
}

/** A workspace that was there when it was chosen: were it moved since, no empty one is made in its place. */
export function existingWorkspace(file: string): OpenWorkspace {
  return { file, mode: 'write', create: null };
}

/** This machine's time zone; a new workspace starts with it. */
export function systemZone(): Zone {
  const named = Zone.safeParse(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  return named.success ? named.data : Zone.parse('UTC');
}
