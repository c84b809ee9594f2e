/** What of a journal row the hash covers, as it is stored: `input` and `changes` are canonical JSON texts. */
export interface ChainRow {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly command: string;
  readonly input: string;
  readonly changes: string;
  readonly summary: string;
  readonly reverts: number | null;
  readonly prevHash: string;
}

export type Sha256 = (text: string) => string;

/**
 * The canonical JSON (RFC 8785) of an entry without its hash. Its keys are in code-unit order and
 * `changes` and `input` are canonical already, so the parts are put together without parsing them.
 */
export function chainText(row: ChainRow): string {
  const text = JSON.stringify;
  return (
    `{"actor":${text(row.actor)},"at":${row.at},"changes":${row.changes},"command":${text(row.command)},` +
    `"input":${row.input},"prevHash":${text(row.prevHash)},"reverts":${row.reverts},"seq":${row.seq},` +
    `"summary":${text(row.summary)}}`
  );
}

/** The hash of an entry: SHA-256, in hexadecimal, of its canonical JSON in UTF-8. */
export function chainHash(row: ChainRow, sha256: Sha256): string {
  return sha256(chainText(row));
}
