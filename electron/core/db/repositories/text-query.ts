/** What people type as a full-text query: every word must occur, the last may be unfinished; signs mean nothing. */
export function textQuery(text: string): string | null {
  const words = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  return words.map((word) => `"${word}"*`).join(' ');
}
