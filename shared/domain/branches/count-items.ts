import type { DecisionKind } from '../../model/journal.ts';
import type { MergeItem } from '../../model/merge.ts';

type Counted = Pick<MergeItem, 'kind' | 'id' | 'result'>;

/** What a kind of decision is called where its name would not be understood. */
export const kindWords: Partial<Record<DecisionKind, string>> = {
  'scope-item': 'scope item',
  'schedule-rule': 'window or freeze',
  'plan-observation': 'imported date',
};

const plurals: Partial<Record<DecisionKind, string>> = { person: 'people', 'schedule-rule': 'windows or freezes' };

/** More kinds than this are not told apart. */
const MOST_KINDS = 4;

function many(count: number, kind: DecisionKind): string {
  const one = kindWords[kind] ?? kind.replaceAll('-', ' ');
  return `${count} ${count === 1 ? one : (plurals[kind] ?? `${one}s`)}`;
}

/** What decisions are about, counted as people count: `1 release and its 6 milestones, 2 services`. */
export function countItems(items: readonly Counted[]): string {
  const kinds = Map.groupBy(items, ({ kind }) => kind);
  if (kinds.size === 0 || kinds.size > MOST_KINDS)
    return items.length === 1 ? '1 decision' : `${items.length} decisions`;
  const releases = kinds.get('release') ?? [];
  const milestones = kinds.get('milestone') ?? [];
  const ids = new Set<unknown>(releases.map(({ id }) => id));
  const owned = milestones.every(({ result }) => result === null || ids.has(result.releaseId));
  const others = [...kinds].filter(([kind]) => kind !== 'release' && kind !== 'milestone');
  const words = others.map(([kind, own]) => many(own.length, kind));
  if (releases.length === 0 || milestones.length === 0 || !owned) {
    const plain = (['release', 'milestone'] as const).filter((kind) => kinds.has(kind));
    return [...plain.map((kind) => many(kinds.get(kind)?.length ?? 0, kind)), ...words].join(', ');
  }
  const whose = releases.length === 1 ? 'its' : 'their';
  return [`${many(releases.length, 'release')} and ${whose} ${many(milestones.length, 'milestone')}`, ...words].join(
    ', ',
  );
}
