import { basename, resolve } from 'node:path';
import pino from 'pino';
import packageJson from '../../../package.json' with { type: 'json' };
import { Failure } from '../../../shared/model/failure.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { type Core, openCore } from '../../core/core.ts';
import { systemEnv } from '../../core/env.ts';
import { accountName } from '../account.ts';
import { feedFolder, openFeedFiles } from '../feed-files.ts';
import { openLocalSettings } from '../local-settings.ts';
import { type NamedSecrets, overNames } from '../named-secrets.ts';
import { openSecretFiles } from '../secret-file.ts';
import { secretFolder } from '../secret-folder.ts';
import { userFolder } from '../user-folder.ts';
import type { Terminal } from './terminal.ts';

export const VERSION: string = packageJson.version;

/** The options that every command that opens a workspace takes. */
export interface SessionOptions {
  readonly workspace?: string | undefined;
  readonly actor?: string | undefined;
  readonly verbose?: boolean | undefined;
}

export interface Opened {
  readonly core: Core;
  readonly secrets: NamedSecrets;
}

export interface OpenHow {
  /** `read` works beside an open Signalbox; `write` takes the one writer's place. */
  readonly mode: 'read' | 'write';
  readonly create?: { readonly name: string; readonly zone: Zone };
}

/** Where this account's settings and secrets lie. */
export function folderOf(terminal: Terminal): string {
  return userFolder({ variables: terminal.variables });
}

/** The workspace file that was named, absolute; by `--workspace`, else by SIGNALBOX_WORKSPACE. */
export function workspaceFile(options: SessionOptions, terminal: Terminal): string {
  const named = options.workspace || terminal.variables.SIGNALBOX_WORKSPACE;
  if (named) return resolve(terminal.folder, named);
  throw new Failure('BAD_INPUT', 'No workspace was named.', {
    where: '--workspace',
    remedy: 'Say which: --workspace plan.signalbox, or set SIGNALBOX_WORKSPACE.',
  });
}

function actorOf(options: SessionOptions, terminal: Terminal): string {
  return options.actor || terminal.variables.SIGNALBOX_ACTOR || accountName();
}

/** Opens the workspace for one piece of work and closes it however that ends. */
export async function withWorkspace<T>(
  options: SessionOptions,
  terminal: Terminal,
  how: OpenHow,
  work: (opened: Opened) => Promise<T>,
): Promise<T> {
  const folder = folderOf(terminal);
  const secrets = overNames(openSecretFiles(secretFolder(folder)), terminal.variables);
  const core = await openCore({
    file: workspaceFile(options, terminal),
    mode: how.mode,
    create: how.create,
    env: systemEnv(),
    host: {
      kind: 'cli',
      secrets,
      settings: openLocalSettings(folder),
      feeds: openFeedFiles(feedFolder(folder)),
      versions: { signalbox: VERSION, electron: null },
    },
    schedule: false,
    actor: actorOf(options, terminal),
    log: options.verbose ? pino({ level: 'debug' }, pino.destination({ dest: 2, sync: true })) : undefined,
  });
  try {
    return await work({ core, secrets });
  } finally {
    await core.close();
  }
}

/** The name that people know a workspace file by. */
export function nameOfFile(file: string): string {
  return basename(file).replace(/\.signalbox$/, '');
}
