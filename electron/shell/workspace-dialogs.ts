import { existsSync } from 'node:fs';
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

/**
 * Asks where to make a new workspace; null where the person thought better of it. A file that is there already is never
 * replaced, whatever the system's dialog has asked: it may be somebody's plan.
 */
export async function askForNew(dialog: Dialog, window: BrowserWindow): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'New workspace',
    defaultPath: 'Release plan.signalbox',
    filters: FILTERS,
    properties: ['createDirectory'],
  });
  if (canceled || !filePath) return null;
  const file = filePath.endsWith('.signalbox') ? filePath : `${filePath}.signalbox`;
  if (!existsSync(file)) return file;
  showFailure(dialog, file, {
    code: 'CONFLICT',
    message: 'There is a file of this name already, and it was left as it is.',
    where: file,
    remedy: 'Choose another name for the new workspace, or open this one by File, Open workspace.',
  });
  return null;
}

/** Says that a workspace could not be opened, or that its core has stopped; the page says the same. */
export function showFailure(dialog: Dialog, file: string, failure: FailureData): void {
  const detail = [failure.where, failure.remedy].filter((part) => part !== null).join('\n\n');
  dialog.showErrorBox(`${basename(file)}: ${failure.message}`, detail);
}
