import { formatNumber } from '../../lib/format.ts';

export interface NumberRange {
  readonly least: number;
  readonly most: number;
  readonly fractions: boolean;
}

/** The number that a text says, with a comma or a point; null for none in the range. */
export function readNumber(text: string, { least, most, fractions }: NumberRange): number | null {
  const written = text.trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(written)) return null;
  const value = Number(written);
  if (!fractions && !Number.isInteger(value)) return null;
  return value >= least && value <= most ? value : null;
}

/** What is wrong with a typed number; null where nothing is. */
export function numberProblem(text: string, range: NumberRange): string | null {
  if (readNumber(text, range) !== null) return null;
  const kind = range.fractions ? 'A number' : 'A whole number';
  return `${kind} from ${formatNumber(range.least)} to ${formatNumber(range.most)}.`;
}
