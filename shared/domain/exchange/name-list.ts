/** A name in quotes, in which a doubled quote stands for one, or the text up to the next separator. */
const NAME = /\s*"((?:[^"]|"")*)"\s*(?:[,;|\n]|$)|([^,;|\n]*)(?:[,;|\n]|$)/gy;
const NEEDS_QUOTES = /[,;|\n]|^\s*"/;

/** The names of a cell, between which commas, semicolons, bars or line ends stand; one that holds such a sign stands in quotes. */
export function readNames(text: string): readonly string[] {
  const names = [...text.matchAll(NAME)].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain);
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

/** Names as one cell, which `readNames` reads again. */
export function writeNames(names: readonly string[]): string {
  const written = names.map((name) => (NEEDS_QUOTES.test(name) ? `"${name.replaceAll('"', '""')}"` : name));
  return written.join(', ');
}
