import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainHash } from '../../../../shared/domain/journal/chain.ts';
import { type StoredRow, verifyChain } from '../../../../shared/domain/journal/verify-chain.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function journalOf(length: number): StoredRow[] {
  const rows: StoredRow[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const prevHash = rows.at(-1)?.hash ?? '';
    const row = {
      seq,
      at: seq * 1_000,
      actor: 'Ada',
      command: 'trains.create',
      input: '{}',
      changes: '[]',
      summary: `entry ${seq}`,
      reverts: null,
      prevHash,
    };
    rows.push({ ...row, hash: chainHash(row, sha256) });
  }
  return rows;
}

function verdictOf(rows: readonly StoredRow[], head: { seq: number; hash: string }) {
  const verifier = verifyChain(sha256);
  for (const row of rows.toSorted((a, b) => a.seq - b.seq)) verifier.add(row);
  return verifier.finish(head);
}

const lengths = fc.integer({ min: 2, max: 30 });

describe('shared/domain/journal/verify-chain', () => {
  it('finds nothing in a journal as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), (length) => {
        const rows = journalOf(length);

        const verdict = verdictOf(rows, { seq: length, hash: rows.at(-1)?.hash ?? '' });

        expect(verdict).toEqual({ entries: length, headHash: rows.at(-1)?.hash ?? '', faults: [] });
      }),
    );
  });

  it('finds any one row removed, at its place', () => {
    fc.assert(
      fc.property(lengths, fc.nat(), (length, pick) => {
        const rows = journalOf(length);
        const seq = (pick % length) + 1;
        const head = { seq: length, hash: rows.at(-1)?.hash ?? '' };

        const { faults } = verdictOf(
          rows.filter((row) => row.seq !== seq),
          head,
        );

        expect(faults).toContainEqual({ seq, kind: 'missing', message: `Entry ${seq} is missing.` });
      }),
    );
  });

  it('finds any one field of any one row edited, at its place', () => {
    const fields = ['at', 'actor', 'command', 'input', 'changes', 'summary', 'reverts'] as const;
    fc.assert(
      fc.property(lengths, fc.nat(), fc.constantFrom(...fields), (length, pick, field) => {
        const rows = journalOf(length);
        const seq = (pick % length) + 1;
        const head = { seq: length, hash: rows.at(-1)?.hash ?? '' };
        const other = field === 'at' || field === 'reverts' ? 77 : '"other"';

        const { faults } = verdictOf(
          rows.map((row) => (row.seq === seq ? { ...row, [field]: other } : row)),
          head,
        );

        expect(faults.map(({ seq: at, kind }) => ({ at, kind }))).toEqual([{ at: seq, kind: 'edited' }]);
      }),
    );
  });

  it('finds any two rows exchanged, at both places', () => {
    fc.assert(
      fc.property(lengths, fc.nat(), fc.nat(), (length, first, second) => {
        const a = (first % length) + 1;
        const b = (second % length) + 1;
        fc.pre(a !== b);
        const rows = journalOf(length);
        const head = { seq: length, hash: rows.at(-1)?.hash ?? '' };
        const places = new Map([
          [a, b],
          [b, a],
        ]);
        const place = (seq: number) => places.get(seq) ?? seq;

        const { faults } = verdictOf(
          rows.map((row) => ({ ...row, seq: place(row.seq) })),
          head,
        );

        const reordered = faults.filter(({ kind }) => kind === 'reordered').map(({ seq }) => seq);
        expect(reordered).toEqual(expect.arrayContaining([a, b]));
      }),
    );
  });

  it('finds the end replaced by another that hashes well', () => {
    const rows = journalOf(5);
    const last = rows.at(-1);
    if (last === undefined) throw new Error('five rows');
    const forged = { ...last, actor: 'Eve' };

    const { faults } = verdictOf([...rows.slice(0, 4), { ...forged, hash: chainHash(forged, sha256) }], {
      seq: 5,
      hash: last.hash,
    });

    expect(faults.map(({ seq, kind }) => ({ seq, kind }))).toEqual([{ seq: 5, kind: 'edited' }]);
  });

  it('lists the first hundred faults of a journal that is broken all over, and counts every entry', () => {
    const rows = journalOf(300).map((row) => ({ ...row, actor: 'Eve' }));

    const verdict = verdictOf(rows, { seq: 300, hash: rows.at(-1)?.hash ?? '' });

    expect(verdict.entries).toBe(300);
    expect(verdict.faults.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
  });

  it('lists the first hundred of many gaps', () => {
    const rows = journalOf(300).filter(({ seq }) => seq % 2 === 0);

    const verdict = verdictOf(rows, { seq: 300, hash: rows.at(-1)?.hash ?? '' });

    expect(verdict.faults).toHaveLength(100);
    expect(verdict.faults[99]).toMatchObject({ seq: 199, kind: 'missing' });
  });
});
