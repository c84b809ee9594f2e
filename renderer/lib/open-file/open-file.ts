import { FailureError, type UiFailure } from '../failures.ts';
import { MOST_FILE_BYTES } from './limits.ts';
import type { FileAnswer, FileQuestion } from './messages.ts';
import type { OpenedFile } from './read-file.ts';

/** A file that takes longer was made to take longer. */
const PATIENCE = 60_000;

function failure(code: UiFailure['code'], message: string, remedy: string): FailureError {
  return new FailureError({ code, message, where: null, remedy });
}

/**
 * Reads a file that somebody chose, in a worker of its own that ends with it: a file that was made to do harm can use up that worker's time
 * and memory, and neither the page's nor the core's. Rejects with a FailureError in words.
 */
export async function openFile(file: File): Promise<OpenedFile> {
  if (file.size > MOST_FILE_BYTES) {
    const size = `${Math.ceil(file.size / 1024 / 1024)} MB; at most ${MOST_FILE_BYTES / 1024 / 1024} are read.`;
    throw failure('TOO_LARGE', `The file has ${size}`, 'Split it, or leave out what the plan does not need.');
  }
  const bytes = new Uint8Array(
    await file.arrayBuffer().catch(() => {
      throw failure(
        'NOT_FOUND',
        'The file cannot be read from the disk.',
        'It may have been moved or changed: choose it again.',
      );
    }),
  );
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'open-file' });
  const { promise, resolve, reject } = Promise.withResolvers<OpenedFile>();
  const patience = setTimeout(
    () => reject(failure('UNAVAILABLE', 'Reading the file took longer than a minute.', 'Split it, or save it as CSV.')),
    PATIENCE,
  );
  worker.addEventListener('message', ({ data }: MessageEvent<FileAnswer>) => {
    if (data.ok) resolve(data.file);
    else reject(new FailureError(data.failure));
  });
  worker.addEventListener('error', () =>
    reject(
      failure('BAD_INPUT', 'The file cannot be read.', 'Save it anew in the program that made it, or as CSV (UTF-8).'),
    ),
  );
  worker.postMessage({ name: file.name, bytes } satisfies FileQuestion, [bytes.buffer]);
  try {
    return await promise;
  } finally {
    clearTimeout(patience);
    worker.terminate();
  }
}
