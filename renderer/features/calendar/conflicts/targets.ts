import type { Conflict, ConflictSide, WaivableConflict } from '../../../../shared/model/conflict.ts';
import type { Severity } from '../../../../shared/model/severity.ts';
import { marksOf } from '../../../ui/conflict-words.ts';
import { type Marks, ruleItemId } from '../timeline/marks.ts';
import type { TimelineItem, TimelineModel } from '../timeline/model.ts';
import type { Pointer } from '../timeline/pointers.ts';

type Items = Pick<TimelineModel, 'byId'>;

const ruleItems = new WeakMap<Items, ReadonlyMap<string, string>>();

/** The items of rules by their rule and their start, gathered once a model. */
function ruleItemsOf(items: Items): ReadonlyMap<string, string> {
  const known = ruleItems.get(items);
  if (known !== undefined) return known;
  const found = new Map<string, string>();
  for (const { id, start } of items.byId.values()) {
    const end = id.indexOf(ruleItemId('', ''));
    if (end > 0) found.set(`${id.slice(0, end)} ${start}`, id);
  }
  ruleItems.set(items, found);
  return found;
}

/** The item that a rule's side stands for: the occurrence of the same span. */
function ruleItem(items: Items, { thing, span }: ConflictSide): string | null {
  return ruleItemsOf(items).get(`${thing.id} ${span.start}`) ?? null;
}

/** The item of the timeline that shows a side; a plan without an item of its own is shown by its release, else by none. */
export function itemOfSide(items: Items, side: ConflictSide): string | null {
  if (side.thing.kind === 'rule') return ruleItem(items, side);
  if (items.byId.has(side.thing.id)) return side.thing.id;
  const isOfRelease = side.thing.kind === 'scope' || side.thing.kind === 'buffer' || side.thing.kind === 'assignment';
  return isOfRelease && side.releaseId !== null && items.byId.has(side.releaseId) ? side.releaseId : null;
}

/** Pointers to the sides of a conflict, numbered as in its panel; of a crowd to the first six. */
export function pointersTo(items: Items, conflict: Conflict, looked: number | null): readonly Pointer[] {
  return conflict.sides.slice(0, 6).map((side, at) => ({
    label: String(at + 1),
    id: itemOfSide(items, side),
    span: side.span,
    strong: at === looked,
  }));
}

/** From the first start to the last end of both sides; a crowd's is that of its first six. */
export function spanOfSides({ sides }: Conflict): { readonly start: number; readonly end: number } {
  const spans = sides.slice(0, 6).map(({ span }) => span);
  return { start: Math.min(...spans.map(({ start }) => start)), end: Math.max(...spans.map(({ end }) => end)) };
}

/** Pointers to what an item would clash with where it is now: not to the item itself. */
export function pointersAgainst(items: Items, added: readonly Conflict[], movedId: string): readonly Pointer[] {
  const [first] = added;
  if (first === undefined) return [];
  return first.sides
    .filter(({ thing }) => thing.id !== movedId)
    .slice(0, 4)
    .map((side) => ({ label: '!', id: itemOfSide(items, side), span: side.span, strong: true }));
}

/** What to mark on the items of the timeline: by the ids of items where those are not those of things. */
export function marksOn(items: Items, all: readonly WaivableConflict[]): Marks {
  const marks = new Map<string, Severity>(marksOf(all));
  for (const { conflict, waiver } of all) {
    if (waiver !== null) continue;
    for (const side of conflict.sides) {
      if (side.thing.kind !== 'rule') continue;
      const id = ruleItem(items, side);
      const severity = marks.get(side.thing.id);
      if (id !== null && severity !== undefined) marks.set(id, severity);
    }
  }
  return marks;
}

/** The worst conflict that an item has a side in, one that counts before one that is waived; null where there is none. */
export function conflictAt(
  all: readonly WaivableConflict[],
  item: Pick<TimelineItem, 'id' | 'start'>,
): WaivableConflict | null {
  const isAt = ({ thing, span }: ConflictSide) =>
    thing.id === item.id ||
    (thing.kind === 'rule' && item.id.startsWith(ruleItemId(thing.id, '')) && span.start === item.start);
  const own = all.filter(({ conflict }) => conflict.sides.some(isAt));
  return own.find(({ waiver }) => waiver === null) ?? own[0] ?? null;
}
