import type * as z from 'zod';
import type { Dropped } from './connector.ts';
import { redact } from './redact.ts';

const SAMPLE_LENGTH = 300;
/** No more than this is looked at for secrets. */
const LOOKED_AT = 4_096;

/** The beginning of a text that goes on, up to its last white space or quote: a secret cut in half looks like none. */
function beginningOf(text: string): string {
  const cut = text.slice(0, LOOKED_AT);
  const end = Math.max(...[' ', '"', '\n', "'"].map((mark) => cut.lastIndexOf(mark)));
  return cut.slice(0, end + 1);
}

/** A short piece of what a provider sent, without anything that looks like a secret. */
export function sampleOf(value: unknown): string {
  const whole = JSON.stringify(value) ?? String(value);
  const isLong = whole.length > LOOKED_AT;
  const text = redact(isLong ? beginningOf(whole) : whole);
  return isLong || text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH)}…` : text;
}

function reasonOf(error: z.ZodError): string {
  const issue = error.issues[0];
  if (issue === undefined) return 'not as expected';
  const place = issue.path.map(String).join('.');
  return place === '' ? issue.message : `${place}: ${issue.message}`;
}

/** One thing that a provider sent, read loosely: null and the reason when it cannot be read. */
export function parseRow<T>(
  schema: z.ZodType<T>,
  value: unknown,
): { readonly row: T | null; readonly dropped: readonly Dropped[] } {
  const result = schema.safeParse(value);
  if (result.success) return { row: result.data, dropped: [] };
  return { row: null, dropped: [{ reason: reasonOf(result.error), sample: sampleOf(value) }] };
}

/** A list that a provider sent: rows that cannot be read are left out, each with its reason and a sample. */
export function parseRows<T>(
  schema: z.ZodType<T>,
  values: unknown,
): { readonly rows: readonly T[]; readonly dropped: readonly Dropped[] } {
  if (!Array.isArray(values)) return { rows: [], dropped: [{ reason: 'not a list', sample: sampleOf(values) }] };
  const rows: T[] = [];
  const dropped: Dropped[] = [];
  for (const value of values) {
    const result = schema.safeParse(value);
    if (result.success) rows.push(result.data);
    else dropped.push({ reason: reasonOf(result.error), sample: sampleOf(value) });
  }
  return { rows, dropped };
}
