import Conf from 'conf';
import { Settings } from '../../shared/contract/workspace.ts';
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

/** Settings over a kept object. A changed entry of `lastVisit` replaces only itself. */
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
      });
      kept.set('settings', next);
      return next;
    },
  };
}

/** Settings in `settings.json` of this user's Signalbox folder: the same file, whichever host runs. */
export function openLocalSettings(userFolder: string): SettingsStore {
  return settingsOver(
    new Conf<{ settings: Settings }>({ cwd: userFolder, configName: 'settings', clearInvalidConfig: true }),
  );
}
