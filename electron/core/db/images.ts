import type { DecisionKind } from '../../../shared/model/journal.ts';
import { canonicalJson } from './canonical.ts';

export type Image = Readonly<Record<string, unknown>>;

/**
 * Whether a row is still as a journal entry left it. An entry older than a field says nothing of it, so only the
 * fields that the image has are compared: a workspace may be older than the newest column.
 */
export function isAsImaged(row: Image | null, image: Image | null): boolean {
  if (row === null || image === null) return row === image;
  const compared = Object.fromEntries(Object.keys(image).map((field) => [field, row[field] ?? null]));
  return canonicalJson(compared) === canonicalJson(image);
}

/** What an image makes of the row that is there now: fields that it does not know stay as they are. */
export function restoredOver(row: Image | null, image: Image): Image {
  return row === null ? image : { ...row, ...image };
}

/** A thing for people: `release “Payments 2026.24”`. */
export function nameOfThing(kind: DecisionKind, id: string, image: Image | null): string {
  const name = image?.name ?? image?.title;
  return typeof name === 'string' ? `${kind} “${name}”` : `${kind} ${id}`;
}
