import { describe, expect, it } from 'vitest';
import {
  defaultWorkspace,
  existingWorkspace,
  namedWorkspace,
  systemZone,
} from '../../../electron/hosts/default-workspace.ts';
import { Zone } from '../../../shared/model/time.ts';

const ZONE = Zone.parse('Europe/Berlin');

describe('electron/hosts/default-workspace', () => {
  it('makes the account’s own workspace with the sample', () => {
    const { file, mode, create } = defaultWorkspace('/home/ada/.config/signalbox', ZONE);

    expect(file).toBe('/home/ada/.config/signalbox/workspaces/public-release-trains.signalbox');
    expect([mode, create]).toEqual(['write', { name: 'Public release trains', zone: ZONE, sample: true }]);
  });

  it('makes a named workspace empty, and calls it after its file', () => {
    expect(namedWorkspace('/plans/Q3 2027.signalbox', ZONE).create).toEqual({
      name: 'Q3 2027',
      zone: ZONE,
      sample: false,
    });
  });

  it('makes no workspace in the place of one that was there', () => {
    expect(existingWorkspace('/plans/Q3 2027.signalbox')).toEqual({
      file: '/plans/Q3 2027.signalbox',
      mode: 'write',
      create: null,
    });
  });

  it('knows this machine’s zone', () => {
    expect(systemZone()).toBe(process.env.TZ);
  });
});
