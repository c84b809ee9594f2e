import type { App } from 'electron';
import * as z from 'zod';

/** What a start was asked for: the words after the program's name, and the folder in which they were typed. */
const StartWords = z.strictObject({ words: z.array(z.string()), folder: z.string() });
export type StartWords = z.infer<typeof StartWords>;

/**
 * Lets one Signalbox run per account: a second one hands over what it was asked for and ends. Answers whether this is the
 * first. The words are handed over as data, because Chromium reorders and adds to those of the event itself.
 */
export function setupSingleInstance(app: App, own: StartWords, onSecond: (second: StartWords | null) => void): boolean {
  if (!app.requestSingleInstanceLock(own)) {
    app.quit();
    return false;
  }
  app.on('second-instance', (_event, _words, _folder, handed) => onSecond(StartWords.safeParse(handed).data ?? null));
  return true;
}
