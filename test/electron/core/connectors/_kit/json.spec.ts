import { describe, expect, it } from 'vitest';
import { jsonOf, oncePerPage } from '../../../../../electron/core/connectors/_kit/json.ts';

function page(body: string) {
  return { status: 200, headers: {}, body };
}

describe('electron/core/connectors/_kit/json', () => {
  it('parses a page once', () => {
    const one = page('{"a":[1]}');

    expect(jsonOf(one)).toEqual({ a: [1] });
    expect(jsonOf(one)).toBe(jsonOf(one));
    expect(jsonOf(page('null'))).toBeNull();
    expect(() => jsonOf(page('{"a":'))).toThrow(SyntaxError);
  });

  it('reads each page once, whatever the reading gives', () => {
    let reads = 0;
    const read = oncePerPage(() => {
      reads += 1;
      return undefined;
    });
    const one = page('1');

    expect([read(one), read(one), read(page('1'))]).toEqual([undefined, undefined, undefined]);
    expect(reads).toBe(2);
  });
});
