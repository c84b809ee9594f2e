/** Characters that set, turn or end a direction of writing for what follows: marks, embeddings, overrides, isolates. */
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text without invisible characters that would turn the text around it, as a sentence needs it into which names and
 * titles were set. Letters that are written from right to left stay and are shown as they are.
 */
export function withoutDirection(text: string): string {
  return text.replaceAll(DIRECTION, '');
}
