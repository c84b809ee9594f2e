import type { ChainFault } from '../../model/journal.ts';
import { type ChainRow, chainHash, type Sha256 } from './chain.ts';

export interface StoredRow extends ChainRow {
  readonly hash: string;
}

export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

export interface ChainVerdict {
  readonly entries: number;
  readonly headHash: string;
  readonly faults: readonly ChainFault[];
}

/** Faults beyond this many are not listed one by one: the first ones locate the damage. */
const LISTED_FAULTS = 100;

/** Takes the rows of a journal in order of `seq`, a batch at a time, and finds where the chain breaks. */
export interface ChainVerifier {
  readonly add: (row: StoredRow) => void;
  /** Compares the end of what was added with the head that was written down. */
  readonly finish: (head: ChainHead) => ChainVerdict;
}

/** How a row that does not hold came to be, as far as the rows themselves tell. */
function judge(row: StoredRow, suspects: readonly StoredRow[], sha256: Sha256): ChainFault {
  if (chainHash(row, sha256) === row.hash) {
    const text = `Entry ${row.seq} does not follow entry ${row.seq - 1}: it was put in or its neighbour was replaced.`;
    return fault(row.seq, 'inserted', text);
  }
  const original = suspects.find((other) => chainHash({ ...row, seq: other.seq }, sha256) === row.hash);
  if (original) {
    return fault(row.seq, 'reordered', `Entry ${row.seq} was entry ${original.seq} when it was written.`);
  }
  return fault(row.seq, 'edited', `Entry ${row.seq} is not what was written: its hash does not fit its content.`);
}

function fault(seq: number, kind: ChainFault['kind'], message: string): ChainFault {
  return { seq, kind, message };
}

function missing(from: number, to: number): ChainFault {
  const which = from === to ? `Entry ${from} is` : `Entries ${from} to ${to} are`;
  return fault(from, 'missing', `${which} missing.`);
}

/**
 * Starts the verification of a journal. Rows are judged one by one against their predecessor, so a
 * journal of any length needs no more memory than one row.
 */
export function verifyChain(sha256: Sha256): ChainVerifier {
  const faults: ChainFault[] = [];
  const suspects: StoredRow[] = [];
  let previous: ChainHead = { seq: 0, hash: '' };
  let entries = 0;
  return {
    add: (row) => {
      entries += 1;
      if (row.seq > previous.seq + 1 && faults.length < LISTED_FAULTS)
        faults.push(missing(previous.seq + 1, row.seq - 1));
      const gap = row.seq > previous.seq + 1;
      const expected = gap ? { seq: row.seq - 1, hash: row.prevHash } : previous;
      const holds = row.prevHash === expected.hash && chainHash(row, sha256) === row.hash;
      if (!holds && suspects.length < LISTED_FAULTS) suspects.push(row);
      previous = { seq: row.seq, hash: row.hash };
    },
    finish: (head) => {
      for (const row of suspects) faults.push(judge(row, suspects, sha256));
      if (previous.seq < head.seq) faults.push(missing(previous.seq + 1, head.seq));
      if (previous.seq > head.seq) {
        faults.push(fault(head.seq + 1, 'inserted', `The journal ends at entry ${head.seq}; what follows was put in.`));
      } else if (previous.seq === head.seq && previous.hash !== head.hash && faults.length === 0) {
        faults.push(
          fault(head.seq, 'edited', `Entry ${head.seq} was replaced: it is not the one that ended the chain.`),
        );
      }
      return { entries, headHash: previous.hash, faults: faults.toSorted((a, b) => a.seq - b.seq) };
    },
  };
}
