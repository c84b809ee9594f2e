import type { UiFailure } from '../failures.ts';
import type { OpenedFile } from './read-file.ts';

/** A file for the worker to read. */
export interface FileQuestion {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What came of it. */
export type FileAnswer =
  | { readonly ok: true; readonly file: OpenedFile }
  | { readonly ok: false; readonly failure: UiFailure };
