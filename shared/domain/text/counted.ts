const numbers = new Intl.NumberFormat('en-GB');

/** A number with thousands parted: `10,000`. */
export function numberWords(value: number): string {
  return numbers.format(value);
}

/** A number with its noun: `1 day`, `10,000 days`. */
export function counted(count: number, noun: string): string {
  return `${numberWords(count)} ${noun}${count === 1 ? '' : 's'}`;
}
