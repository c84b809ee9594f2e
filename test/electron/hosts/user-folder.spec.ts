import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type UserSurroundings, userFolder } from '../../../electron/hosts/user-folder.ts';

function folderFor(platform: NodeJS.Platform, variables: UserSurroundings['variables'] = {}): string {
  return userFolder({ platform, home: '/people/anna', variables });
}

describe('electron/hosts/user-folder', () => {
  it.each([
    ['Linux', 'linux', {}, join('/people/anna', '.config', 'signalbox')],
    ['Linux with XDG', 'linux', { XDG_CONFIG_HOME: '/cfg' }, join('/cfg', 'signalbox')],
    ['macOS', 'darwin', {}, join('/people/anna', 'Library', 'Application Support', 'Signalbox')],
    ['Windows', 'win32', { APPDATA: '/roaming' }, join('/roaming', 'Signalbox')],
    ['Windows without APPDATA', 'win32', {}, join('/people/anna', 'AppData', 'Roaming', 'Signalbox')],
    ['a folder that was named', 'linux', { SIGNALBOX_HOME: '/named', XDG_CONFIG_HOME: '/cfg' }, '/named'],
    ['an empty variable', 'linux', { XDG_CONFIG_HOME: '' }, join('/people/anna', '.config', 'signalbox')],
  ] as const)('follows the custom of %s', (_what, platform, variables, folder) => {
    expect(folderFor(platform, variables)).toBe(folder);
  });

  it('asks this process where nothing is given', () => {
    expect(userFolder().length).toBeGreaterThan(0);
  });
});
