import type { App } from 'electron';

/**
 * Lets one Signalbox run per account: a second one hands its command line to the first and ends. Answers whether this
 * is the first.
 */
export function setupSingleInstance(app: App, onSecond: (words: readonly string[], folder: string) => void): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  app.on('second-instance', (_event, words, folder) => onSecond(words, folder));
  return true;
}
