import type { UiFailure } from './failures.ts';

/** What was there when an edit began, what is there now, and how the last try went. */
export interface EditBase<T> {
  readonly begun: T;
  readonly now: T;
  readonly failure: UiFailure | null;
}

/**
 * What an edit says it was made from. It is what was there when the edit began, so that a change meanwhile is refused
 * rather than overwritten unseen; once that was said, it is what is there now: who tries again knows of it.
 */
export function baseOf<T>({ begun, now, failure }: EditBase<T>): T {
  return failure?.code === 'CONFLICT' ? now : begun;
}

/**
 * The same for a form of many fields, of which `mine` was made: only fields that were changed here take what is there
 * now for their base; what others changed in the rest is kept.
 */
export function formBaseOf<T extends object>({ begun, now, failure }: EditBase<T>, mine: T): T {
  if (failure?.code !== 'CONFLICT') return begun;
  const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  const fields = Object.keys(begun) as (keyof T)[]; // the plan's own keys
  const touched = fields.filter((field) => !isSame(mine[field], begun[field]));
  return { ...begun, ...Object.fromEntries(touched.map((field) => [field, now[field]])) };
}
