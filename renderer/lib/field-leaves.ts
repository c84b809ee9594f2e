import type { Zone } from '../../shared/model/time.ts';
import { valueText, zoneOfRow } from './field-words.ts';

function isPlainList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one !== 'object' || one === null);
}

interface Leaves {
  readonly zone: Zone;
  readonly found: Map<string, string>;
}

function leaves(value: unknown, path: string, into: Leaves): void {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const { zone, found } = into;
  if (isPlainList(value)) {
    found.set(path, value.map((one) => valueText(name, one, zone)).join(', '));
    return;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (entries.length === 0) found.set(path, Array.isArray(value) ? 'empty list' : 'empty');
    for (const [key, inner] of entries) leaves(inner, path === '' ? key : `${path}.${key}`, into);
    return;
  }
  found.set(path, valueText(name, value, zone));
}

/** Every field of a row by its path, such as `stages.2.start.amount`, in words for people; none where there is no row. */
export function fieldsOf(row: Readonly<Record<string, unknown>> | null): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (row !== null) leaves(row, '', { zone: zoneOfRow(row), found });
  return found;
}
