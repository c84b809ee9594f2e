import zlib from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasZstd, packBody, unpackBody } from '../../../../electron/core/db/raw-body.ts';

const long = JSON.stringify(
  Array.from({ length: 200 }, (_, index) => ({ id: index, title: 'Fix card expiry checks' })),
);

describe('electron/core/db/raw-body', () => {
  it('gives every text back, however it is packed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 3_000 }),
        fc.constantFrom('zstd', 'deflate', 'plain'),
        (text, codec) => {
          expect(unpackBody(packBody(text, codec))).toBe(text);
        },
      ),
    );
  });

  it('gives a body of megabytes back', () => {
    const text = long.repeat(300);

    const packed = packBody(text);

    expect(packed.body.length).toBeLessThan(text.length / 20);
    expect(unpackBody(packed)).toBe(text);
  });

  it('packs with Zstandard what any decoder can read, and keeps a short body as it is', () => {
    const packed = packBody(long);

    expect(hasZstd).toBe(true);
    expect(packed.codec).toBe('zstd');
    expect(zlib.zstdDecompressSync(packed.body).toString('utf8')).toBe(long);
    expect(packBody('[]')).toEqual({ codec: 'plain', body: Buffer.from('[]') });
  });

  it('reads what earlier versions packed, and refuses what it does not know', () => {
    expect(unpackBody({ codec: 'deflate', body: zlib.deflateSync('[]') })).toBe('[]');
    expect(unpackBody({ codec: 'zstd', body: zlib.zstdCompressSync('[]') })).toBe('[]');
    expect(() => unpackBody({ codec: 'brotli', body: Buffer.from('') })).toThrow('packed with brotli');
  });
});
