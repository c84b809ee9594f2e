import { Failure } from '../../../shared/model/failure.ts';
import { canonicalJson } from '../db/canonical.ts';

type Some<T> = { readonly [Field in keyof T]?: T[Field] | undefined };

/** A change as it was typed, and what stood there when the typing began (as far as the caller says). */
export interface Typed<T> {
  readonly wanted: Some<T>;
  readonly base: Some<T> | undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a ?? null) === canonicalJson(b ?? null);
}

/** `releaseName` is read as `release name`. */
function wordsOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and the ${words.at(-1)}`;
}

/**
 * What was typed, field by field, over what stands now: a field that was not touched keeps what others made of it
 * since `base`. Refused where the same field was changed to something else meanwhile; without a base the last word
 * counts. `name` names the thing, for people: `train “Payments”`.
 */
export function mergedOver<T extends object>(now: T, { wanted, base }: Typed<T>, name: string): T {
  const fields = (Object.keys(wanted) as (keyof T & string)[]).filter((field) => wanted[field] !== undefined);
  const touched = fields.filter(
    (field) => base === undefined || !(field in base) || !isSame(wanted[field], base[field]),
  );
  const refused = touched.filter(
    (field) =>
      base !== undefined && field in base && !isSame(now[field], base[field]) && !isSame(now[field], wanted[field]),
  );
  const [first] = refused;
  if (first !== undefined) {
    const were = refused.length === 1 && !first.endsWith('s') ? 'was' : 'were';
    throw new Failure(
      'CONFLICT',
      `The ${listed(refused.map(wordsOf))} of ${name} ${were} changed meanwhile, by somebody else or in another window.`,
      { where: first, remedy: 'Look at that change first, then decide again.' },
    );
  }
  return { ...now, ...Object.fromEntries(touched.map((field) => [field, wanted[field]])) };
}

/** Refuses a move of what was moved since it was looked at. `at` says where it is now, for people. */
export function assertNotMoved<T extends object>(now: T, base: Some<T> | undefined, name: string, at: string): void {
  const fields = Object.keys(base ?? {}) as (keyof T)[]; // the base's own keys
  if (fields.every((field) => isSame(now[field], base?.[field]))) return;
  throw new Failure('CONFLICT', `${name} was moved meanwhile: it is at ${at} now.`, {
    where: 'base',
    remedy: 'Look at where it is now, then move it again.',
  });
}
