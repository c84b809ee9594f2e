import zlib from 'node:zlib';

/** How a raw page's body is packed; the name is kept beside it. */
export type RawCodec = 'zstd' | 'deflate';

export interface PackedBody {
  readonly codec: RawCodec;
  readonly body: Buffer;
}

/** Fast and nearly as small as the slow levels on JSON. */
const ZSTD_LEVEL = 3;

/** Whether this runtime can pack with Zstandard; Node below 22.15 cannot. */
export const hasZstd = typeof zlib.zstdCompressSync === 'function';

/** Packs a body, with Zstandard where there is one. */
export function packBody(text: string, codec: RawCodec = hasZstd ? 'zstd' : 'deflate'): PackedBody {
  if (codec === 'deflate') return { codec, body: zlib.deflateSync(text) };
  const params = { [zlib.constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL };
  return { codec, body: zlib.zstdCompressSync(text, { params }) };
}

/** The text of a packed body. Throws on a codec that this version does not know. */
export function unpackBody(packed: { readonly codec: string; readonly body: Buffer }): string {
  if (packed.codec === 'deflate') return zlib.inflateSync(packed.body).toString('utf8');
  if (packed.codec === 'zstd') return zlib.zstdDecompressSync(packed.body).toString('utf8');
  throw new TypeError(`a raw page is packed with ${packed.codec}, which this version does not know`);
}
