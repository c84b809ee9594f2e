import { formatBytes } from '../../../lib/format.ts';

/** The text of a calendar file, or why it cannot be taken. */
export type ReadFile =
  | { readonly text: string; readonly problem: null }
  | { readonly text: null; readonly problem: string };

/** Larger files are not taken: they would not pass the line to the core in one piece. */
const MOST_BYTES = 900_000;

function decoded(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  const isLittle = first === 0xff && second === 0xfe;
  const isBig = first === 0xfe && second === 0xff;
  const wide = isBig ? 'utf-16be' : 'utf-16le';
  try {
    return new TextDecoder(isLittle || isBig ? wide : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null; // what is wrong is said below: the bytes are no text of that encoding
  }
}

/** Whether a file is too large to be read at all. */
export function sizeProblem(name: string, bytes: number): string | null {
  if (bytes <= MOST_BYTES) return null;
  return `“${name}” has ${formatBytes(bytes)}; a calendar file may have ${formatBytes(MOST_BYTES)}. Export a shorter time from where it comes from.`;
}

/** Reads the bytes of an iCalendar file: UTF-8, or UTF-16 with its mark. */
export function readCalendarBytes(name: string, bytes: Uint8Array): ReadFile {
  const problem = sizeProblem(name, bytes.length);
  if (problem !== null) return { text: null, problem };
  const text = decoded(bytes);
  if (text === null) {
    const said = `“${name}” is not written in UTF-8, so its letters cannot be read for sure. Save it as UTF-8 and choose it again.`;
    return { text: null, problem: said };
  }
  if (!/^\s*BEGIN:VCALENDAR/i.test(text)) {
    const said = `“${name}” is not a calendar file: it does not begin with BEGIN:VCALENDAR. Choose a file in the iCalendar format (.ics).`;
    return { text: null, problem: said };
  }
  return { text, problem: null };
}

/** A file's name without its extension. */
export function stemOf(name: string): string {
  return name.replace(/\.[^.]+$/, '').slice(0, 400);
}
