import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { type LaunchState, mustBeReady } from './state.ts';
import { strict } from './strict.ts';

type Theme = 'system' | 'light' | 'dark';

/** Dialogs answer from nothing: a test replaces the method that it expects, and any other is an error. */
export function createDialog(state: LaunchState) {
  function unexpected(name: string) {
    return async () => {
      mustBeReady(state, `dialog.${name} was used`);
      throw new Error(`electron stand-in: dialog.${name} was opened and no test answers it`);
    };
  }
  return strict('dialog', {
    showOpenDialog: unexpected('showOpenDialog'),
    showSaveDialog: unexpected('showSaveDialog'),
    showMessageBox: unexpected('showMessageBox'),
    // May be used before `ready`: https://electronjs.org/docs/api/dialog#dialogshowerrorboxtitle-content
    showErrorBox: (title: string, content: string) => {
      state.problems.push(`an error box was shown: ${title}: ${content}`);
    },
  });
}

/** https://electronjs.org/docs/api/shell: nothing leaves the test; a test that expects a link replaces `openExternal`. */
export function createShell(state: LaunchState) {
  return strict('shell', {
    openExternal: async (url: string) => {
      state.problems.push(`a link was opened and no test expects it: ${url}`);
    },
  });
}

/** https://electronjs.org/docs/api/native-theme */
export function createNativeTheme(state: LaunchState) {
  let source: Theme = 'system';
  const theme = Object.defineProperties(new EventEmitter(), {
    shouldUseDarkColors: { get: () => source === 'dark' },
    themeSource: {
      get: () => source,
      set: (next: Theme) => {
        source = next;
        const colorScheme = next === 'system' ? null : next;
        for (const window of state.windows) {
          void window.standIn.whenPage.then((page) => page.emulateMedia({ colorScheme })).catch(() => undefined);
        }
        theme.emit('updated');
      },
    },
  });
  return strict('nativeTheme', theme);
}

/** https://electronjs.org/docs/api/screen */
export function createScreen(state: LaunchState) {
  return strict('screen', {
    getAllDisplays: () => {
      mustBeReady(state, 'screen was used');
      return [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }];
    },
  });
}

/** https://electronjs.org/docs/api/safe-storage, with a key of this run for the system's. */
export function createSafeStorage(state: LaunchState) {
  const key = randomBytes(32);
  return strict('safeStorage', {
    getSelectedStorageBackend: () => (state.isReady ? 'gnome_libsecret' : 'unknown'),
    isAsyncEncryptionAvailable: async () => {
      mustBeReady(state, 'safeStorage was used');
      return true;
    },
    encryptStringAsync: async (text: string) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv);
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
    },
    decryptStringAsync: async (sealed: Buffer) => {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
      decipher.setAuthTag(sealed.subarray(12, 28));
      const result = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()]).toString('utf8');
      return { result, shouldReEncrypt: false };
    },
  });
}
