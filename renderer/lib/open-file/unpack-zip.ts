import { Failure } from '../../../shared/model/failure.ts';
import { MOST_UNPACKED_BYTES, tooMuch } from './limits.ts';

const END_SIGNATURE = 0x06054b50;
const ENTRY_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const MOST_ENTRIES = 2_000;
/** The end record's own length, and the longest comment behind it. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;

export interface ZipEntry {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

function damaged(): Failure {
  return new Failure('BAD_INPUT', 'The workbook is damaged, protected by a password, or no workbook at all.', {
    remedy: 'Open it in a spreadsheet program and save it as .xlsx or CSV.',
  });
}

function findEnd(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  throw damaged();
}

interface Place {
  readonly name: string;
  readonly method: number;
  readonly packed: Uint8Array<ArrayBuffer>;
}

function placeAt(bytes: Uint8Array<ArrayBuffer>, view: DataView, at: number): Place & { readonly next: number } {
  if (view.getUint32(at, true) !== ENTRY_SIGNATURE) throw damaged();
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  const size = view.getUint32(at + 20, true);
  const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
  const local = view.getUint32(at + 42, true);
  if (flags & 1 || view.getUint32(local, true) !== LOCAL_SIGNATURE) throw damaged();
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + size > bytes.length) throw damaged();
  const nameEnd = at + 46 + (nameLength ?? 0);
  return {
    name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
    method,
    packed: bytes.subarray(start, start + size),
    next: nameEnd + (extra ?? 0) + (comment ?? 0),
  };
}

async function inflate(packed: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (const reader = stream.getReader(); ; ) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw tooMuch(`The workbook unpacks to more than ${MOST_UNPACKED_BYTES / 1024 / 1024} MB.`);
    }
    parts.push(value);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/**
 * Unpacks the entries of a ZIP archive that are wanted by name. What they say of their own size is not believed: unpacking stops at the
 * limit. Throws a Failure for what is damaged, protected or too much.
 */
export async function unpackZip(
  bytes: Uint8Array<ArrayBuffer>,
  isWanted: (name: string) => boolean,
): Promise<readonly ZipEntry[]> {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = findEnd(view);
    const count = view.getUint16(end + 10, true);
    if (count > MOST_ENTRIES) throw tooMuch(`The workbook has ${count} parts.`);
    const entries: ZipEntry[] = [];
    let [at, left] = [view.getUint32(end + 16, true), MOST_UNPACKED_BYTES];
    for (let index = 0; index < count; index += 1) {
      const { name, method, packed, next } = placeAt(bytes, view, at);
      at = next;
      if (!isWanted(name)) continue;
      if (method !== 0 && method !== 8) throw damaged();
      const unpacked = method === 0 ? packed : await inflate(packed, left);
      left -= unpacked.length;
      entries.push({ name, bytes: unpacked });
    }
    return entries;
  } catch (error) {
    // Out of the file's bounds, or not deflated: the file is not what it says.
    if (error instanceof RangeError || error instanceof TypeError) throw damaged();
    throw error;
  }
}

function header(name: Uint8Array, length: number, signature: number, central: number | null): Uint8Array<ArrayBuffer> {
  const base = central === null ? 30 : 46;
  const bytes = new Uint8Array(base + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  // Both sizes stand behind the checksum, which is not looked at; a central entry has one more field in front.
  const shift = central === null ? 0 : 2;
  view.setUint16(4, 20, true);
  if (central !== null) view.setUint16(6, 20, true);
  view.setUint32(18 + shift, length, true);
  view.setUint32(22 + shift, length, true);
  view.setUint16(26 + shift, name.length, true);
  if (central !== null) view.setUint32(42, central, true);
  bytes.set(name, base);
  return bytes;
}

/** Packs entries as an archive without compression, for a reader that unpacks by itself: it then has nothing to unpack. */
export function storeZip(entries: readonly ZipEntry[]): Promise<ArrayBuffer> {
  const [parts, directory]: [Uint8Array<ArrayBuffer>[], Uint8Array<ArrayBuffer>[]] = [[], []];
  let at = 0;
  for (const { name, bytes } of entries) {
    const encoded = new TextEncoder().encode(name);
    directory.push(header(encoded, bytes.length, ENTRY_SIGNATURE, at));
    const local = header(encoded, bytes.length, LOCAL_SIGNATURE, null);
    parts.push(local, bytes);
    at += local.length + bytes.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = new Uint8Array(END_LENGTH);
  const view = new DataView(end.buffer);
  view.setUint32(0, END_SIGNATURE, true);
  view.setUint16(8, entries.length, true);
  view.setUint16(10, entries.length, true);
  view.setUint32(12, size, true);
  view.setUint32(16, at, true);
  return new Blob([...parts, ...directory, end]).arrayBuffer();
}
