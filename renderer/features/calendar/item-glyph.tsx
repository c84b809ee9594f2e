import { MilestoneGlyph } from '../../ui/milestone-glyph.tsx';
import { EntryGlyph } from './entry-glyph.tsx';
import { Pennant } from './pennant.tsx';
import type { PlanItem } from './plan-items.ts';

/** The shape of an item; beside its words, so hidden from screen readers. */
export function ItemGlyph({ item, size }: { item: PlanItem; size: number }) {
  if (item.kind !== null) return <MilestoneGlyph kind={item.kind} size={size} />;
  if (item.entry === null || item.entry.look === 'departure') return <Pennant state={item.state} size={size + 2} />;
  return <EntryGlyph look={item.entry.look} size={size} />;
}
