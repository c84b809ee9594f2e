import { Failure } from '../../../shared/model/failure.ts';

export type Encoding = 'UTF-8' | 'UTF-16' | 'Windows-1252';

export interface DecodedText {
  /** Without a byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** How much of a file is looked at to tell text from anything else. */
const LOOKED_AT = 65_536;
/** Bytes that stand for nothing in Windows-1252; the browser's decoder takes them all the same. */
const NOT_IN_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

function notText(): Failure {
  return new Failure('BAD_INPUT', 'This file is not text, whatever it is called.', {
    remedy: 'Save it as CSV (UTF-8) or as an Excel workbook (.xlsx), and choose that.',
  });
}

function hasMark(bytes: Uint8Array, ...mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** UTF-16 without a mark: of mostly Latin text, every other byte is zero, always on the same side. */
function silentUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const looked = bytes.subarray(0, LOOKED_AT);
  let [even, odd] = [0, 0];
  for (const [index, byte] of looked.entries()) {
    if (byte !== 0) continue;
    if (index % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = looked.length / 2;
  if (odd > half * 0.4 && even < half * 0.01) return 'utf-16le';
  return even > half * 0.4 && odd < half * 0.01 ? 'utf-16be' : null;
}

function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isBinary(text: string): boolean {
  const looked = text.slice(0, LOOKED_AT);
  // Text has tabs and line ends, and nothing else of the control characters.
  const controls = looked.match(/[^\P{Cc}\t\n\v\f\r]/gu)?.length ?? 0;
  return looked.includes('\0') || controls > looked.length * 0.005;
}

function readable(text: string | null, encoding: Encoding): DecodedText {
  if (text === null || isBinary(text)) throw notText();
  return { text, encoding };
}

/**
 * Reads bytes as text: UTF-8 and UTF-16 with or without a byte order mark, else Windows-1252, which is what Western spreadsheets
 * save; the mark is left out. Throws a Failure for what is no text.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (hasMark(bytes, 0xff, 0xfe)) return readable(decode(bytes, 'utf-16le'), 'UTF-16');
  if (hasMark(bytes, 0xfe, 0xff)) return readable(decode(bytes, 'utf-16be'), 'UTF-16');
  const silent = silentUtf16(bytes);
  if (silent !== null) return readable(decode(bytes, silent), 'UTF-16');
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) return readable(utf8, 'UTF-8');
  if (bytes.some((byte) => NOT_IN_1252.has(byte))) {
    throw new Failure('BAD_INPUT', 'This file is written in an encoding that is not read here.', {
      remedy: 'Save it as UTF-8. UTF-8, UTF-16 and Windows-1252 are read.',
    });
  }
  return readable(decode(bytes, 'windows-1252'), 'Windows-1252');
}
