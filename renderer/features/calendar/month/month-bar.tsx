import { styled, type Theme } from '@mui/material/styles';
import { formatPlanned } from '../../../lib/format.ts';
import { lookOf } from '../../../ui/milestone-kinds.ts';
import { RouterLink } from '../../../ui/router-link.tsx';
import type { Palette } from '../../../ui/tokens.ts';
import { useLook } from '../../../ui/use-look.ts';
import { ItemGlyph } from '../item-glyph.tsx';
import { placeAddress } from '../lanes/place-address.ts';
import { barText, isDeparture, type PlanItem } from '../plan-items.ts';
import { mixColours } from '../timeline/colour.ts';
import { entryLooks } from '../timeline/entry-looks.ts';
import type { WeekBar } from './month-model.ts';

function barStyle({ theme }: { theme: Theme }) {
  return {
    position: 'absolute' as const,
    zIndex: 1,
    height: 20,
    display: 'flex',
    alignItems: 'center',
    gap: 5,
    padding: '0 6px',
    borderRadius: 4,
    overflow: 'hidden',
    whiteSpace: 'nowrap' as const,
    fontSize: 12,
    lineHeight: '20px',
    color: theme.look.text,
    textDecoration: 'none',
    '&:hover': { background: theme.look.hover, textDecoration: 'none' },
    '& > svg': { flexShrink: 0 },
    '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
    '& .of': { color: theme.look.textSoft },
  };
}

// `styled` forgets which parameters belong to which route.
const ReleaseBar = styled(RouterLink)(barStyle) as typeof RouterLink;
const EntryBar = styled('a')(barStyle);

function colourOf({ kind, entry }: PlanItem, look: Palette): string | null {
  if (kind !== null) return lookOf(kind).colour[look.scheme];
  return entry === null || entry.look === 'departure' ? null : look.tones[entryLooks[entry.look].tone].mark;
}

/** A tint, or stripes of two where the timeline has stripes. */
function groundOf({ entry }: PlanItem, colour: string, look: Palette): string {
  const [strong, weak] = look.scheme === 'dark' ? [0.3, 0.2] : [0.2, 0.11];
  const tint = mixColours(colour, look.surface, look.scheme === 'dark' ? 0.3 : 0.16);
  if (entry === null || entry.look === 'departure' || entryLooks[entry.look].fill !== 'stripes') return tint;
  const stripes = [mixColours(colour, look.surface, strong), mixColours(colour, look.surface, weak)];
  return `repeating-linear-gradient(135deg, ${stripes[0]} 0 5px, ${stripes[1]} 5px 10px)`;
}

/** A departure, a point or a part of a span in the month; leads to its release, or to what an entry belongs to. */
export function MonthBar({ bar, top }: { bar: WeekBar; top: number }) {
  const look = useLook();
  const { item } = bar;
  const { label, of } = barText(item);
  const colour = colourOf(item, look);
  const columns = bar.to - bar.from + 1;
  const isSpan = item.endAt !== null;
  // Windows come every day: they stay in the background.
  const isQuiet = item.entry?.look === 'window';
  const ground =
    isSpan && colour !== null && !isQuiet
      ? { background: groundOf(item, colour, look), borderLeft: bar.goesBefore ? 0 : `3px solid ${colour}` }
      : {};
  const ends = { borderTopLeftRadius: bar.goesBefore ? 0 : 4, borderTopRightRadius: bar.goesAfter ? 0 : 4 };
  const shared = {
    tabIndex: -1,
    title: [`${label}${of === '' ? '' : ` · ${of}`}`, formatPlanned(item.startAt, item.zone, null)].join('\n'),
    style: {
      top,
      left: bar.goesBefore ? 0 : 4,
      width: `calc(${columns * 100}% + ${columns - 1}px - ${(bar.goesBefore ? 0 : 4) + (bar.goesAfter ? 0 : 4)}px)`,
      ...ground,
      ...ends,
      borderBottomLeftRadius: ends.borderTopLeftRadius,
      borderBottomRightRadius: ends.borderTopRightRadius,
    },
  };
  const words = (
    <>
      <ItemGlyph item={item} size={11} />
      <span style={{ fontWeight: isDeparture(item) ? 600 : 420 }}>
        {label}
        {of !== '' && <span className="of"> · {of}</span>}
      </span>
    </>
  );
  if (item.entry !== null) {
    return (
      <EntryBar {...shared} href={`#${placeAddress(item.entry.place)}`}>
        {words}
      </EntryBar>
    );
  }
  return (
    <ReleaseBar {...shared} to="/releases/$id" params={{ id: item.releaseId }}>
      {words}
    </ReleaseBar>
  );
}
