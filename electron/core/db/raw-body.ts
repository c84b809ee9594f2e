import zlib from 'node:zlib';

/** How a raw page's body is packed; the name is kept beside it. */
export type RawCodec = 'zstd' | 'deflate' | 'plain';

export interface PackedBody {
  readonly codec: RawCodec;
  readonly body: Buffer;
}

/** Fast and nearly as small as the slow levels on JSON. */
const ZSTD_LEVEL = 3;

/** Whether this runtime can pack with Zstandard; Node below 22.15 cannot. */
export const hasZstd = typeof zlib.zstdCompressSync === 'function';

/** A body so short is written sooner than it is packed: setting up the packer costs as much as two kilobytes more. */
const SHORT = 2_000;

/** The window need not be larger than the body: a small one is packed in half the time. */
function zstdOptions(length: number): zlib.ZstdOptions {
  const { ZSTD_c_compressionLevel, ZSTD_c_windowLog } = zlib.constants;
  const windowLog = Math.min(21, Math.max(10, Math.ceil(Math.log2(length + 1))));
  return {
    params: { [ZSTD_c_compressionLevel]: ZSTD_LEVEL, [ZSTD_c_windowLog]: windowLog },
    chunkSize: Math.min(16_384, Math.max(1_024, length)),
  };
}

/** Packs a body, with Zstandard where there is one; a short one is kept as it is. */
export function packBody(text: string, codec: RawCodec = hasZstd ? 'zstd' : 'deflate'): PackedBody {
  const body = Buffer.from(text, 'utf8');
  if (body.length < SHORT || codec === 'plain') return { codec: 'plain', body };
  if (codec === 'deflate') return { codec, body: zlib.deflateSync(body) };
  return { codec, body: zlib.zstdCompressSync(body, zstdOptions(body.length)) };
}

/** The text of a packed body. Throws on a codec that this version does not know. */
export function unpackBody(packed: { readonly codec: string; readonly body: Buffer }): string {
  if (packed.codec === 'plain') return packed.body.toString('utf8');
  if (packed.codec === 'deflate') return zlib.inflateSync(packed.body).toString('utf8');
  if (packed.codec === 'zstd') return zlib.zstdDecompressSync(packed.body).toString('utf8');
  throw new TypeError(`a raw page is packed with ${packed.codec}, which this version does not know`);
}
