import { useRef, useState } from 'react';
import { toFailure, type UiFailure } from '../../lib/failures.ts';
import { openFile } from '../../lib/open-file/open-file.ts';
import type { OpenedFile } from '../../lib/open-file/read-file.ts';

/** A file on its way into the page. */
export type FileState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'failed'; readonly name: string; readonly failure: UiFailure }
  | { readonly kind: 'open'; readonly file: OpenedFile; readonly number: number };

/** Reads the file that was chosen last; what an earlier one says meanwhile is not heard. */
export function useOpenedFile() {
  const [state, setState] = useState<FileState>({ kind: 'none' });
  const latest = useRef(0);

  async function open(file: File): Promise<void> {
    latest.current += 1;
    const number = latest.current;
    setState({ kind: 'reading', name: file.name });
    const next: FileState = await openFile(file).then(
      (opened) => ({ kind: 'open', file: opened, number }),
      (error: unknown) => ({ kind: 'failed', name: file.name, failure: toFailure(error) }),
    );
    if (number === latest.current) setState(next);
  }

  function close(): void {
    latest.current += 1;
    setState({ kind: 'none' });
  }

  return { state, open, close };
}
