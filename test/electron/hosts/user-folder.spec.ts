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
    ['XDG, which has a relative path ignored', 'linux', { XDG_CONFIG_HOME: 'cfg' }, '/people/anna/.config/signalbox'],
  ] as const)('follows the custom of %s', (_what, platform, variables, folder) => {
    expect(folderFor(platform, variables)).toBe(folder);
  });

  it.each([
    ['a home that is not known', '', {}, 'HOME'],
    ['a home that is relative', 'anna', {}, 'HOME'],
    ['a relative folder that was named', '/people/anna', { SIGNALBOX_HOME: 'here' }, 'SIGNALBOX_HOME'],
  ])('refuses %s: its files would lie wherever it runs', (_what, home, variables, where) => {
    const ask = () => userFolder({ platform: 'linux', home, variables });

    expect(ask).toThrow(expect.objectContaining({ code: 'BAD_INPUT', where, remedy: expect.any(String) }));
  });

  it('asks this process where nothing is given', () => {
    expect(userFolder().length).toBeGreaterThan(0);
  });
});
