import { basename } from 'node:path';
import type { BrowserWindow, Dialog } from 'electron';
import type { FailureData } from '../core/failure-data.ts';

const FILTERS = [{ name: 'Signalbox workspace', extensions: ['signalbox'] }];

/** Asks which workspace to open; null where the person thought better of it. */
export async function askToOpen(dialog: Dialog, window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Open a workspace',
    filters: FILTERS,
    properties: ['openFile'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks where to make a new workspace; null where the person thought better of it. */
export async function askForNew(dialog: Dialog, window: BrowserWindow): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'New workspace',
    defaultPath: 'Release plan.signalbox',
    filters: FILTERS,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return null;
  return filePath.endsWith('.signalbox') ? filePath : `${filePath}.signalbox`;
}

/** Says that a workspace could not be opened, or that its core has stopped; the page says the same. */
export function showFailure(dialog: Dialog, file: string, failure: FailureData): void {
  const detail = [failure.where, failure.remedy].filter((part) => part !== null).join('\n\n');
  dialog.showErrorBox(`${basename(file)}: ${failure.message}`, detail);
}
