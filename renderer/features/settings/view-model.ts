import { formatCount } from '../../lib/format.ts';

/** What a workspace holds, in words, most first: `120 work items, 6 trains`. */
export function holdingsText(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .filter(([kind, count]) => count > 0 && kind !== 'workspace')
    .sort(([, one], [, other]) => other - one)
    .map(([kind, count]) => formatCount(count, ...nounsOf(kind)))
    .join(', ');
}

function nounsOf(kind: string): [one: string, many: string] {
  const noun = kind.replaceAll('-', ' ');
  if (noun === 'person') return ['person', 'people'];
  if (noun === 'journal') return ['journal entry', 'journal entries'];
  return [noun, `${noun}s`];
}
