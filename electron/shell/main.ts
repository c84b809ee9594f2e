import { mkdirSync } from 'node:fs';
import { app, dialog, protocol } from 'electron';
import type { OpenWorkspace } from '../hosts/core-link/messages.ts';
import { existingWorkspace, systemZone } from '../hosts/default-workspace.ts';
import { userFolder } from '../hosts/user-folder.ts';
import { workspaceOnCommandLine } from '../hosts/workspace-argument.ts';
import { registerAppScheme } from './app-scheme.ts';
import { type Asked, boot } from './boot.ts';
import { setupSingleInstance } from './setup-single-instance.ts';

// Thin on purpose: Electron is ready only after this file has been evaluated, so nothing here may wait for that
// (a top-level `await app.whenReady()` hangs for ever), and what must be said before it is ready is said here.
const folder = userFolder();
const zone = systemZone();
const own = { words: process.argv.slice(1), folder: process.cwd() };
const asked: Asked = { workspace: workspaceOnCommandLine(own.words, { ...own, zone }), onAsked: () => undefined };

// Electron takes no folder that is not there.
mkdirSync(folder, { recursive: true });
app.setPath('userData', folder);
app.enableSandbox();
registerAppScheme(protocol);

function ask(workspace: OpenWorkspace | null): void {
  asked.workspace = workspace ?? asked.workspace;
  asked.onAsked(workspace);
}

const isFirst = setupSingleInstance(app, own, (second) =>
  ask(second && workspaceOnCommandLine(second.words, { ...second, zone })),
);
if (isFirst) {
  app.on('open-file', (event, file) => {
    event.preventDefault();
    ask(existingWorkspace(file));
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
