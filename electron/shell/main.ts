import { mkdirSync } from 'node:fs';
import { app, dialog, protocol } from 'electron';
import { userFolder } from '../hosts/user-folder.ts';
import { registerAppScheme } from './app-scheme.ts';
import { boot } from './boot.ts';
import { workspaceOnCommandLine } from './command-line.ts';
import { setupSingleInstance } from './setup-single-instance.ts';

// Thin on purpose: Electron is ready only after this file has been evaluated, so nothing here may wait for that
// (a top-level `await app.whenReady()` hangs for ever), and what must be said before it is ready is said here.
const folder = userFolder();
const asked = { file: null as string | null, onAsked: (_file: string): void => undefined };

// Electron takes no folder that is not there.
mkdirSync(folder, { recursive: true });
app.setPath('userData', folder);
app.enableSandbox();
registerAppScheme(protocol);

const isFirst = setupSingleInstance(app, (words, from) => asked.onAsked(workspaceOnCommandLine(words, from) ?? ''));
if (isFirst) {
  app.on('open-file', (event, file) => {
    event.preventDefault();
    asked.file = file;
    asked.onAsked(file);
  });
  app
    .whenReady()
    .then(() => boot({ folder, asked }))
    .catch((error: unknown) => {
      console.error(error);
      const message = error instanceof Error ? error.message : String(error);
      dialog.showErrorBox('Signalbox could not start', message);
      app.exit(1);
    });
}
