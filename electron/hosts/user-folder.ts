import { isAbsolute, join } from 'node:path';
import { Failure } from '../../shared/model/failure.ts';
import { accountHome } from './account.ts';

/** What `userFolder` looks at, so that tests can say it. */
export interface UserSurroundings {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

function assertWhole(folder: string, variable: string): string {
  if (isAbsolute(folder)) return folder;
  throw new Failure('BAD_INPUT', 'It is not known where your Signalbox settings folder lies.', {
    where: variable,
    remedy:
      'Set HOME, or SIGNALBOX_HOME, to the whole path of a folder: a relative one would be another at each start.',
  });
}

/** The folder of a variable; empty and, as the XDG specification wants it, relative ones count as not set. */
function folderIn(variable: string | undefined): string | null {
  return variable && isAbsolute(variable) ? variable : null;
}

function customFolder({ platform, home, variables }: UserSurroundings): string {
  if (platform === 'win32') return join(folderIn(variables.APPDATA) ?? join(home, 'AppData', 'Roaming'), 'Signalbox');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Signalbox');
  return join(folderIn(variables.XDG_CONFIG_HOME) ?? join(home, '.config'), 'signalbox');
}

/**
 * The folder of this user's Signalbox files outside any workspace, always absolute: settings and secrets of the loopback
 * host and the command line. `SIGNALBOX_HOME` names another one; else the platform's custom (XDG, Library, AppData).
 */
export function userFolder(surroundings: Partial<UserSurroundings> = {}): string {
  const { platform = process.platform, home = accountHome(), variables = process.env } = surroundings;
  if (variables.SIGNALBOX_HOME) return assertWhole(variables.SIGNALBOX_HOME, 'SIGNALBOX_HOME');
  return assertWhole(customFolder({ platform, home, variables }), 'HOME');
}

/** Where the core of this user writes what went wrong inside. */
export function logFile(folder: string): string {
  return join(folder, 'logs', 'signalbox.log');
}
