import { styled } from '@mui/material/styles';
import type { Severity } from '../../../../shared/model/severity.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import { MilestoneGlyph } from '../../../ui/milestone-glyph.tsx';
import { notInPicture } from '../../../ui/posed.ts';
import { radius } from '../../../ui/tokens.ts';
import { EntryGlyph } from '../entry-glyph.tsx';
import { conflictText, describeItem } from './describe.ts';
import { changesLane } from './lane-change.ts';
import type { TimelineItem } from './model.ts';

const Card = styled('div')(({ theme }) => ({
  position: 'absolute',
  zIndex: 3,
  maxWidth: 340,
  padding: '8px 10px',
  borderRadius: radius.control,
  border: `1px solid ${theme.look.line}`,
  background: theme.look.raised,
  boxShadow: `0 4px 16px rgba(${theme.look.shadow}, 0.22)`,
  fontSize: 12,
  lineHeight: '16px',
  color: theme.look.textSoft,
  pointerEvents: 'none',
  ...notInPicture,
  '& > p': { margin: 0 },
  '& > .title': {
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    color: theme.look.text,
    fontWeight: 600,
    fontSize: 13,
  },
  '& > .conflict': { color: theme.look.tones.danger.text, fontWeight: 600 },
  '& > .hint': { color: theme.look.textFaint, fontSize: 11, marginTop: 4 },
}));

export interface ItemCardProps {
  readonly item: TimelineItem;
  readonly displayZone: Zone | null;
  /** The worst conflict that it is in. */
  readonly severity: Severity | undefined;
  /** Further lines: what lies over it. */
  readonly notes: readonly string[];
  /** Where the pointer is, in the frame. */
  readonly at: { readonly x: number; readonly y: number };
  readonly editable: boolean;
}

function hintOf(item: TimelineItem, editable: boolean): string {
  if (!editable) return 'Read-only. Double-click to open.';
  const fixed = item.entry?.fixed ?? null;
  if (fixed !== null) return fixed;
  const drags = changesLane(item) ? 'Drag to move, also to another lane' : 'Drag to move';
  const resizes = item.what === 'span' ? ', drag an edge to resize.' : '.';
  return `${drags}${resizes} Double-click to open.`;
}

/** Exact times of the item under the pointer. */
export function ItemCard({ item, displayZone, severity, notes, at, editable }: ItemCardProps) {
  const text = describeItem(item, displayZone);
  return (
    <Card
      role="tooltip"
      style={{
        left: `clamp(8px, ${at.x + 14}px, calc(100% - 350px))`,
        top: `clamp(8px, ${at.y + 18}px, calc(100% - 120px))`,
      }}
    >
      <p className="title">
        {item.kind !== null && <MilestoneGlyph kind={item.kind} />}
        {item.entry !== null && item.entry.look !== 'departure' && <EntryGlyph look={item.entry.look} />}
        {text.title}
      </p>
      <p>{text.what}</p>
      {text.when.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {text.pinned && <p>Moved by hand: it stays when its release moves.</p>}
      {severity !== undefined && <p className="conflict">{conflictText(severity)}</p>}
      {[...text.notes, ...notes].map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="hint">{hintOf(item, editable)}</p>
    </Card>
  );
}
