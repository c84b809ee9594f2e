import type { MilestoneKind } from '../../shared/model/train.ts';
import { lookOf } from './milestone-kinds.ts';
import { useLook } from './use-look.ts';

/** The shape and colour of a kind of milestone; beside its name, or named by `label` where it stands alone. */
export function MilestoneGlyph({ kind, size = 12, label }: { kind: MilestoneKind; size?: number; label?: string }) {
  const { scheme } = useLook();
  const look = lookOf(kind);
  const named = label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <svg {...named} width={size} height={size} viewBox="0 0 16 16" focusable="false">
      <path d={look.glyph} fill={look.colour[scheme]} fillRule="evenodd" />
    </svg>
  );
}
