import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Conf from 'conf';
import { Settings } from '../../shared/contract/workspace.ts';
import { Failure } from '../../shared/model/failure.ts';
import type { SettingsStore } from '../core/host-services.ts';

export const DEFAULT_SETTINGS: Settings = { theme: 'system', density: 'comfortable', displayZone: null, lastVisit: {} };

/** The part of conf (and of electron-store, which is built on it) that settings need. */
interface KeptObject {
  readonly get: (key: 'settings') => unknown;
  readonly set: (key: 'settings', value: Settings) => void;
}

/** Reads the settings that were kept; whatever of them makes no sense (an edited file, another version) is left out. */
function readSettings(kept: KeptObject): Settings {
  const stored = kept.get('settings');
  const known: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  if (typeof stored === 'object' && stored !== null) {
    for (const [key, schema] of Object.entries(Settings.shape)) {
      const value = schema.safeParse((stored as Record<string, unknown>)[key]);
      if (value.success) known[key] = value.data;
    }
  }
  return Settings.parse(known);
}

/** Settings over a kept object. A changed entry of `lastVisit` or `newSince` replaces only itself. */
export function settingsOver(kept: KeptObject): SettingsStore {
  return {
    read: async () => readSettings(kept),
    write: async (changes) => {
      const before = readSettings(kept);
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      const next = Settings.parse({
        ...before,
        ...given,
        lastVisit: { ...before.lastVisit, ...changes.lastVisit },
        ...(changes.newSince === undefined ? {} : { newSince: { ...before.newSince, ...changes.newSince } }),
      });
      kept.set('settings', next);
      return next;
    },
  };
}

const NO_ACCESS = new Set(['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR']);

function isNoAccess(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NO_ACCESS.has(String(error.code));
}

function cannotBeKept(folder: string, cause: unknown): Failure {
  const remedy = 'Give yourself write access to this folder, or name another one in SIGNALBOX_HOME.';
  return new Failure('UNAVAILABLE', 'The settings cannot be kept.', { where: folder, remedy }, { cause });
}

/**
 * Settings in `settings.json` of this user's Signalbox folder: the same file, whichever host runs. The folder is made
 * when there is something to keep; where it cannot be read, the settings are the defaults.
 */
export function openLocalSettings(userFolder: string): SettingsStore {
  let opened: Conf<{ settings: Settings }> | null = null;
  /** conf makes its folder as soon as it is opened. */
  function open(): Conf<{ settings: Settings }> {
    opened ??= new Conf({ cwd: userFolder, configName: 'settings', clearInvalidConfig: true });
    return opened;
  }
  return settingsOver({
    get: (key) => {
      try {
        return existsSync(join(userFolder, 'settings.json')) ? open().get(key) : undefined;
      } catch (error) {
        if (isNoAccess(error)) return undefined;
        throw error;
      }
    },
    set: (key, value) => {
      try {
        open().set(key, value);
      } catch (error) {
        throw isNoAccess(error) ? cannotBeKept(userFolder, error) : error;
      }
    },
  });
}
