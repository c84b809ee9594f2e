/**
 * What people type as a full-text query: every word must occur, each may be unfinished (`ref car` finds refunds to
 * cards), in any order; signs mean nothing. Null where there is no word.
 */
export function textQuery(text: string): string | null {
  // An accent of its own would part the word that it stands in.
  const words = text.normalize('NFC').match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  return words.map((word) => `"${word}"*`).join(' ');
}
