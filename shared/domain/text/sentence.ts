/** A text as a sentence: a capital at its head, a full stop at its end unless it ends as a sentence does. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  const head = trimmed.charAt(0).toUpperCase() + trimmed.slice(1);
  return head === '' || /[.!?…]["”’)]?$/.test(head) ? head : `${head}.`;
}
