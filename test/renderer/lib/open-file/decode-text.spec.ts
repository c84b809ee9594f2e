import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../../renderer/lib/open-file/decode-text.ts';

function bytes(text: string, encoding: 'utf8' | 'utf16le' | 'latin1', ...mark: readonly number[]): Uint8Array {
  return Buffer.concat([Buffer.from(mark), Buffer.from(text, encoding)]);
}

const TEXT = 'Release;Day\r\nMünchen – 1;2026-03-04\r\n';

describe('renderer/lib/open-file/decode-text', () => {
  it.each([
    ['UTF-8', bytes(TEXT, 'utf8'), 'UTF-8'],
    ['UTF-8 with a mark', bytes(TEXT, 'utf8', 0xef, 0xbb, 0xbf), 'UTF-8'],
    ['UTF-16 with a mark', bytes(TEXT, 'utf16le', 0xff, 0xfe), 'UTF-16'],
    ['UTF-16 without one', bytes(TEXT, 'utf16le'), 'UTF-16'],
    ['UTF-16, the other way round', Buffer.from(bytes(TEXT, 'utf16le', 0xff, 0xfe)).swap16(), 'UTF-16'],
  ])('reads %s', (_what, file, encoding) => {
    expect(decodeText(file)).toEqual({ text: TEXT, encoding });
  });

  it('reads Windows-1252, dashes and quotes of which Latin 1 has not', () => {
    const file = Buffer.from([0x4d, 0xfc, 0x6e, 0x20, 0x96, 0x20, 0x93, 0x61, 0x94, 0x80]);

    expect(decodeText(file)).toEqual({ text: 'Mün – “a”€', encoding: 'Windows-1252' });
  });

  it('reads nothing as nothing', () => {
    expect(decodeText(new Uint8Array())).toEqual({ text: '', encoding: 'UTF-8' });
  });

  it.each([
    ['a picture', Buffer.from('\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0', 'latin1')],
    ['a program', Buffer.concat([Buffer.from('\u007fELF\u0002\u0001\u0001\0', 'latin1'), Buffer.alloc(64)])],
    ['zeros', Buffer.alloc(4_000)],
  ])('refuses %s by what it is, not by its name', (_what, file) => {
    expect(() => decodeText(file)).toThrow('This file is not text, whatever it is called.');
  });

  it('refuses an encoding that it does not know, and says which it does', () => {
    // Shift JIS: its first bytes are among those that Windows-1252 has not.
    const file = Buffer.from([0x83, 0x8a, 0x83, 0x8a, 0x81, 0x5b, 0x83, 0x58]);

    expect(() => decodeText(file)).toThrow('This file is written in an encoding that is not read here.');
  });
});
