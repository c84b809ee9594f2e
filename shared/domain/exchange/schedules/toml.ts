import { parse, TomlError } from 'smol-toml';

/** A day that stands alone behind its key. The parser would take 31 February for 3 March: as text it is no day, and is named. */
const BARE_DAY = /^([ \t]*[\w."'-]+[ \t]*=[ \t]*)(\d{4}-\d{2}-\d{2})(?=[ \t]*(?:#|\r?$))/gm;

/** A document, or the line that cannot be read; null where no line is to blame. */
export type ReadToml = { readonly document: unknown } | { readonly wrongLine: number | null };

/** Whether a text begins as TOML does: with a table's name in brackets, or a key and `=`. */
export function isToml(text: string): boolean {
  const first = text.split('\n').find((line) => !/^\s*(?:#|$)/.test(line)) ?? '';
  return /^\s*(?:\[[^\]]+\]{1,2}\s*(?:#|$)|[\w."'-]+\s*=)/.test(first);
}

/** Reads TOML; its days and times become text. */
export function readToml(text: string): ReadToml {
  try {
    // The parser's days are objects that write themselves as text.
    return { document: JSON.parse(JSON.stringify(parse(text.replaceAll(BARE_DAY, '$1"$2"')))) };
  } catch (error) {
    return { wrongLine: error instanceof TomlError ? error.line : null };
  }
}
