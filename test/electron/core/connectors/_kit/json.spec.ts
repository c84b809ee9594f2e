import { describe, expect, it } from 'vitest';
import { jsonOf, oncePerPage } from '../../../../../electron/core/connectors/_kit/json.ts';

function page(body: string) {
  return { status: 200, headers: {}, body };
}

describe('electron/core/connectors/_kit/json', () => {
  it('parses a page once', () => {
    const answer = page('{"a":[1]}');

    expect(jsonOf(answer)).toEqual({ a: [1] });
    expect(jsonOf(answer)).toBe(jsonOf(answer));
  });

  it('throws SyntaxError on anything else than JSON', () => {
    expect(() => jsonOf(page('<html>'))).toThrow(SyntaxError);
  });

  it('leaves NUL characters out of every text, and only those', () => {
    const sent = { title: 'the month\0', nested: [{ '\0key': 'a\0b\0' }], path: 'C:\\u0000', number: 0 };

    expect(jsonOf(page(JSON.stringify(sent)))).toEqual({
      title: 'the month',
      nested: [{ '\0key': 'ab' }],
      path: 'C:\\u0000',
      number: 0,
    });
  });

  it('reads each page once for whoever shares a reader', () => {
    let reads = 0;
    const read = oncePerPage((response) => {
      reads += 1;
      return response.body.length;
    });
    const [one, two] = [page('[]'), page('{}')];

    expect([read(one), read(one), read(two)]).toEqual([2, 2, 2]);
    expect(reads).toBe(2);
  });
});
