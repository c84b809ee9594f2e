import { describe, expect, it } from 'vitest';
import { storeZip, unpackZip } from '../../../../renderer/lib/open-file/unpack-zip.ts';
import { zipOf } from '../../../support/workbook.ts';

const ALL = () => true;

describe('renderer/lib/open-file/unpack-zip', () => {
  it('unpacks what is wanted', async () => {
    const bytes = zipOf([
      { name: 'a.xml', text: 'one' },
      { name: 'b.bin', text: 'two' },
    ]);

    const entries = await unpackZip(bytes, (name) => name.endsWith('.xml'));

    expect(entries.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)])).toEqual([['a.xml', 'one']]);
  });

  it('packs what it can unpack again', async () => {
    const entries = [
      { name: 'ä.xml', bytes: new TextEncoder().encode('one') },
      { name: 'b.xml', bytes: new Uint8Array() },
    ];

    const again = await unpackZip(new Uint8Array(await storeZip(entries)), ALL);

    expect(again.map(({ name, bytes }) => [name, [...bytes]])).toEqual(
      entries.map(({ name, bytes }) => [name, [...bytes]]),
    );
  });

  it('stops at its limit, whatever the archive says of its size', async () => {
    const bomb = zipOf([{ name: 'a.xml', text: '\0'.repeat(210 * 1024 * 1024), claimedSize: 10 }]);

    expect(bomb.length).toBeLessThan(1_000_000);
    await expect(unpackZip(bomb, ALL)).rejects.toMatchObject({
      code: 'TOO_LARGE',
      message: 'The workbook unpacks to more than 200 MB.',
    });
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('Name,Day\n'.repeat(10))],
    ['half an archive', zipOf([{ name: 'a.xml', text: 'x'.repeat(500) }]).slice(0, 60)],
    ['an end alone that points anywhere', Uint8Array.from([...zipOf([{ name: 'a', text: 'a' }]).slice(-22)])],
  ])('calls %s damaged', async (_what, bytes) => {
    await expect(unpackZip(bytes, ALL)).rejects.toMatchObject({ code: 'BAD_INPUT', message: /damaged/ as never });
  });
});
