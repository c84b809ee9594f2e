import type { DecisionKind } from '../../model/journal.ts';
import type { MergeField, MergeItem } from '../../model/merge.ts';

type Image = Readonly<Record<string, unknown>>;

/** One decision as both sides had it last, is in the plan and is in the branch; null where it is not there. */
export interface Sides {
  readonly kind: DecisionKind;
  readonly id: string;
  /** As it was in the branch at the merge that counts (`merge-base.ts`), else at the fork. */
  readonly base: Image | null;
  readonly plan: Image | null;
  readonly branch: Image | null;
  /** The plan decided it anew after a merge had left it to the plan: what differs clashes, whatever the base had. */
  readonly redecided?: boolean;
}

/** Fields that only make sense together: what is derived goes with what it is derived from. */
const GROUPS: Partial<Record<DecisionKind, readonly (readonly string[])[]>> = {
  release: [['day', 'departureTime', 'zone', 'departsAt']],
  milestone: [['startLocal', 'endLocal', 'zone', 'startAt', 'endAt', 'pinned']],
  booking: [['environmentId', 'startLocal', 'endLocal', 'zone', 'startAt', 'endAt']],
  override: [
    ['startAt', 'endAt', 'scope'],
    ['approvedBy', 'approvedAt', 'recordedBy'],
  ],
};

function same(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  if (Array.isArray(one) !== Array.isArray(other) || keys.length !== others.length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && same((one as Image)[key], (other as Image)[key]));
}

function groupsOf(kind: DecisionKind, images: readonly Image[]): readonly (readonly string[])[] {
  const together = GROUPS[kind] ?? [];
  const grouped = new Set(together.flat());
  const alone = new Set(images.flatMap(Object.keys).filter((field) => !grouped.has(field)));
  return [...together, ...[...alone].map((field) => [field])];
}

function pick(image: Image, fields: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(fields.flatMap((field) => (field in image ? [[field, image[field]]] : [])));
}

function nameOf(image: Image | null, id: string): string {
  const name = image?.name ?? image?.title;
  return typeof name === 'string' ? name : id;
}

function addedOrRemoved({ kind, id, base, plan, branch, redecided = false }: Sides): MergeItem {
  const action = base === null ? 'add' : 'remove';
  const untouched = !redecided && (action === 'add' ? plan === null : same(plan, base));
  const settled = same(plan, branch);
  return {
    kind,
    id,
    name: nameOf(branch ?? base, id),
    action,
    state: untouched || settled ? 'clean' : 'clash',
    changed: [],
    clashing: [],
    result: branch === null ? null : { ...branch },
  };
}

function changedItem(sides: Sides, images: { base: Image; plan: Image; branch: Image }): MergeItem {
  const { kind, id, redecided = false } = sides;
  const { base, plan, branch } = images;
  const changed: MergeField[] = [];
  const clashing: MergeField[] = [];
  const result: Record<string, unknown> = { ...plan };
  for (const fields of groupsOf(kind, [base, plan, branch])) {
    const field = {
      fields: [...fields],
      base: pick(base, fields),
      plan: pick(plan, fields),
      branch: pick(branch, fields),
    };
    if (same(field.base, field.branch)) continue;
    changed.push(field);
    if ((redecided || !same(field.plan, field.base)) && !same(field.plan, field.branch)) clashing.push(field);
    Object.assign(result, field.branch);
  }
  const joined = same(plan, base) ? 'clean' : 'joined';
  const state = clashing.length > 0 ? 'clash' : joined;
  return { kind, id, name: nameOf(branch, id), action: 'change', state, changed, clashing, result };
}

/**
 * What merging a branch's change of one decision means; null where the branch left it as it was at the fork. Where
 * both sides changed the same fields to the same, nothing clashes. The branch's side is taken where it clashes: the
 * caller asks people first. A three-way merge by fields, with derived fields bound to their source.
 */
export function mergeDecision(sides: Sides): MergeItem | null {
  const { id, base, plan, branch } = sides;
  if (same(base, branch)) return null;
  if (base !== null && branch !== null && plan !== null) return changedItem(sides, { base, plan, branch });
  if (base !== null && branch !== null) {
    return { ...addedOrRemoved(sides), action: 'change', name: nameOf(branch, id), state: 'clash' };
  }
  return addedOrRemoved(sides);
}
