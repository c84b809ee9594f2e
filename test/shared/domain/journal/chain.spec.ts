import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainHash, chainText } from '../../../../shared/domain/journal/chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

const rows = fc.record({
  seq: fc.integer({ min: 1 }),
  at: fc.integer(),
  actor: fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed()),
  command: fc.string(),
  input: fc.jsonValue().map((value) => canonicalize(value) ?? 'null'),
  changes: fc.array(fc.jsonValue()).map((value) => canonicalize(value) ?? '[]'),
  summary: fc.string({ unit: 'grapheme' }),
  reverts: fc.option(fc.integer({ min: 1 })),
  prevHash: fc.string(),
});

describe('shared/domain/journal/chain', () => {
  it('writes the same text as a canonicaliser given the whole entry', () => {
    fc.assert(
      fc.property(rows, (row) => {
        const whole = { ...row, input: JSON.parse(row.input), changes: JSON.parse(row.changes) };

        expect(chainText(row)).toBe(canonicalize(whole));
      }),
    );
  });

  it('hashes an entry as sha256sum does', () => {
    const row = {
      seq: 1,
      at: 0,
      actor: 'a',
      command: 'c',
      input: '{}',
      changes: '[]',
      summary: '',
      reverts: null,
      prevHash: '',
    };

    // printf '%s' '{"actor":"a","at":0,"changes":[],"command":"c","input":{},"prevHash":"","reverts":null,"seq":1,"summary":""}' | sha256sum
    expect(chainHash(row, sha256)).toBe('1268033c6f73839ce43a47c19dd9a068d41478ea7907ab3c454dc75c70367140');
  });
});
