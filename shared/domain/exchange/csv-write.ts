/** What spreadsheets would take for a formula, behind whatever guards it has already (OWASP, CSV injection). */
const FORMULA = /^'*[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

function guarded(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

/** A cell as it was before `writeCsv` guarded it. */
export function unguarded(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}

function cellOf(text: string): string {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Writes a table as CSV (RFC 4180), so that no cell is a formula: what begins like one has an apostrophe before it, plain numbers
 * excepted. It begins with a byte order mark, without which Excel reads UTF-8 as the code page of its machine.
 */
export function writeCsv(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[headers, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('')}`;
}
