import { foldText } from './fold-text.ts';

/** Texts that stand in a pattern for a placeholder such as `{release}`; they are taken literally, wildcards and all. */
export type Placeholders = ReadonlyMap<string, string>;

const NO_PLACEHOLDERS: Placeholders = new Map();

const ANY_RUN = Symbol('*');
const ANY_ONE = Symbol('?');
type Token = string | typeof ANY_RUN | typeof ANY_ONE;

function wildcard(character: string): Token {
  if (character === '*') return ANY_RUN;
  return character === '?' ? ANY_ONE : character;
}

/** A pattern as one token a character, folded, so that a wildcard is told from a character that looks like one. */
function readGlob(pattern: string, placeholders: Placeholders): readonly Token[] {
  return pattern.split(/(\{[^{}]*\})/).flatMap((piece) => {
    const literal = placeholders.get(piece);
    return literal === undefined ? [...foldText(piece)].map(wildcard) : [...foldText(literal)];
  });
}

/**
 * Two cursors and one remembered star: at most as many steps as text times pattern, whatever they hold,
 * where a regular expression with several stars could take exponentially many.
 */
function matches(tokens: readonly Token[], text: readonly string[]): boolean {
  let token = 0;
  let at = 0;
  let star = -1;
  let resume = 0;
  while (at < text.length) {
    const current = tokens[token];
    if (current === ANY_RUN) {
      star = token;
      resume = at;
      token += 1;
    } else if (current !== undefined && (current === ANY_ONE || current === text[at])) {
      token += 1;
      at += 1;
    } else if (star >= 0) {
      resume += 1;
      at = resume;
      token = star + 1;
    } else {
      return false;
    }
  }
  return tokens.slice(token).every((rest) => rest === ANY_RUN);
}

/**
 * A predicate for texts that a pattern matches as a whole, without regard to case: `*` stands for any run of
 * characters, also none, and `?` for exactly one; everything else for itself.
 */
export function compileGlob(pattern: string, placeholders: Placeholders = NO_PLACEHOLDERS): (text: string) => boolean {
  const tokens = readGlob(pattern, placeholders);
  return (text) => matches(tokens, [...foldText(text)]);
}
