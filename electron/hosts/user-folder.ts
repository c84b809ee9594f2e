import { homedir } from 'node:os';
import { join } from 'node:path';

/** What `userFolder` looks at, so that tests can say it. */
export interface UserSurroundings {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

function ownSurroundings(): UserSurroundings {
  return { platform: process.platform, home: homedir(), variables: process.env };
}

/**
 * The folder of this user's Signalbox files outside any workspace: settings and secrets of the loopback host and the
 * command line. `SIGNALBOX_HOME` names another one; else the platform's custom (XDG, Library, AppData).
 */
export function userFolder(surroundings: UserSurroundings = ownSurroundings()): string {
  const { platform, home, variables } = surroundings;
  if (variables.SIGNALBOX_HOME) return variables.SIGNALBOX_HOME;
  if (platform === 'win32') return join(variables.APPDATA || join(home, 'AppData', 'Roaming'), 'Signalbox');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Signalbox');
  return join(variables.XDG_CONFIG_HOME || join(home, '.config'), 'signalbox');
}

/** Where the core of this user writes what went wrong inside. */
export function logFile(folder: string): string {
  return join(folder, 'logs', 'signalbox.log');
}
