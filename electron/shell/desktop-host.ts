import { nativeTheme, safeStorage } from 'electron';
import packageJson from '../../package.json' with { type: 'json' };
import type { HostServices, SettingsStore } from '../core/host-services.ts';
import { settingsOver } from '../hosts/local-settings.ts';
import { secretFolder } from '../hosts/secret-folder.ts';
import { openSealedSecrets } from './secrets.ts';
import type { ShellStore } from './shell-store.ts';

/** Settings whose theme also is the theme of menus, dialogs and the page's `prefers-color-scheme`. */
function themedSettings(store: ShellStore): SettingsStore {
  const settings = settingsOver(store);
  return {
    read: settings.read,
    write: async (changes) => {
      const written = await settings.write(changes);
      nativeTheme.themeSource = written.theme;
      return written;
    },
  };
}

/** What the desktop application lends to the core: secrets sealed by the system, settings kept beside its own. */
export async function createDesktopHost(store: ShellStore, folder: string): Promise<HostServices> {
  const settings = themedSettings(store);
  nativeTheme.themeSource = (await settings.read()).theme;
  return {
    kind: 'electron',
    secrets: openSealedSecrets({
      folder: secretFolder(folder),
      safeStorage,
      platform: process.platform,
    }),
    settings,
    versions: { signalbox: packageJson.version, electron: process.versions.electron ?? null },
  };
}
