import fs from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, openLocalSettings } from '../../../electron/hosts/local-settings.ts';
import { instant } from '../../../shared/model/time.ts';
import { testFolder } from '../../support/core.ts';

describe('electron/hosts/local-settings', () => {
  let folder: string;
  beforeEach(() => {
    folder = testFolder();
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));

  it('starts with the defaults', async () => {
    expect(await openLocalSettings(folder).read()).toEqual(DEFAULT_SETTINGS);
  });

  it('remembers what was changed, and only that', async () => {
    const written = await openLocalSettings(folder).write({ theme: 'dark', density: undefined });

    expect(written).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark' });
    expect(await openLocalSettings(folder).read()).toEqual(written);
  });

  it('keeps the visits of other workspaces', async () => {
    const settings = openLocalSettings(folder);

    await settings.write({ lastVisit: { one: instant(1) }, newSince: { one: instant(0) } });
    await settings.write({ lastVisit: { two: instant(2) }, newSince: { two: instant(1) } });
    await settings.write({ lastVisit: { two: instant(3) } });

    expect((await settings.read()).lastVisit).toEqual({ one: 1, two: 3 });
    expect((await settings.read()).newSince).toEqual({ one: 0, two: 1 });
  });

  it('leaves out what makes no sense, and keeps the rest', async () => {
    const kept = { theme: 'neon', density: 'compact', displayZone: 'Mars/Olympus', lastVisit: 5, surprise: true };
    fs.writeFileSync(path.join(folder, 'settings.json'), JSON.stringify({ settings: kept }));

    expect(await openLocalSettings(folder).read()).toEqual({ ...DEFAULT_SETTINGS, density: 'compact' });
  });

  it('starts again from a file that cannot be read', async () => {
    fs.writeFileSync(path.join(folder, 'settings.json'), '{"settings": {"theme"');

    expect(await openLocalSettings(folder).read()).toEqual(DEFAULT_SETTINGS);
  });

  it('gives the defaults where its folder cannot be made, and says so only when something is to be kept', async () => {
    const file = path.join(folder, 'a-file');
    fs.writeFileSync(file, '');
    const settings = openLocalSettings(path.join(file, 'signalbox'));

    expect(await settings.read()).toEqual(DEFAULT_SETTINGS);
    await expect(settings.write({ theme: 'dark' })).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      where: path.join(file, 'signalbox'),
    });
  });

  it('makes no folder before there is something to keep', async () => {
    const own = path.join(folder, 'signalbox');
    const settings = openLocalSettings(own);
    await settings.read();
    expect(fs.existsSync(own)).toBe(false);

    await settings.write({ theme: 'dark' });

    expect(fs.existsSync(own)).toBe(true);
  });
});
