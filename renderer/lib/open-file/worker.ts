import { Failure } from '../../../shared/model/failure.ts';
import { type FileAnswer, type FileQuestion } from './messages.ts';
import { readFile } from './read-file.ts';

function failureOf(error: unknown): Extract<FileAnswer, { ok: false }> {
  const known = error instanceof Failure;
  return {
    ok: false,
    failure: {
      code: known ? error.code : 'BAD_INPUT',
      message: known ? error.message : 'The file cannot be read.',
      where: known ? error.where : null,
      remedy: known ? error.remedy : 'Save it anew in the program that made it, or as CSV (UTF-8).',
    },
  };
}

self.addEventListener('message', ({ data: { name, bytes } }: MessageEvent<FileQuestion>) => {
  readFile(name, bytes).then(
    (file) => self.postMessage({ ok: true, file } satisfies FileAnswer),
    (error: unknown) => self.postMessage(failureOf(error)),
  );
});
