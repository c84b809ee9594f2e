/** How many rows of a file were taken, and how many not. */
export interface ImportCounts {
  readonly added: number;
  readonly changed: number;
  /** With what is wrong with them, or by choice; rows that change nothing are not among them. */
  readonly leftOut: number;
}

/** What an import did: `11 new, 0 changed, 1 left out`. */
export function importWords({ added, changed, leftOut }: ImportCounts): string {
  return `${added} new, ${changed} changed${leftOut > 0 ? `, ${leftOut} left out` : ''}`;
}
