import { styled } from '@mui/material/styles';
import { formatPlanned } from '../../../lib/format.ts';
import { MilestoneGlyph } from '../../../ui/milestone-glyph.tsx';
import { lookOf } from '../../../ui/milestone-kinds.ts';
import { RouterLink } from '../../../ui/router-link.tsx';
import { useLook } from '../../../ui/use-look.ts';
import { Pennant } from '../pennant.tsx';
import { barText } from '../plan-items.ts';
import { mixColours } from '../timeline/colour.ts';
import type { WeekBar } from './month-model.ts';

// `styled` forgets which parameters belong to which route.
const Bar = styled(RouterLink)(({ theme }) => ({
  position: 'absolute',
  zIndex: 1,
  height: 20,
  display: 'flex',
  alignItems: 'center',
  gap: 5,
  padding: '0 6px',
  borderRadius: 4,
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  fontSize: 12,
  lineHeight: '20px',
  color: theme.look.text,
  textDecoration: 'none',
  '&:hover': { background: theme.look.hover, textDecoration: 'none' },
  '& > svg': { flexShrink: 0 },
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '& .of': { color: theme.look.textSoft },
})) as typeof RouterLink;

/** A departure, a point or a part of a span in the month; leads to its release. */
export function MonthBar({ bar, top }: { bar: WeekBar; top: number }) {
  const look = useLook();
  const { item } = bar;
  const { label, of } = barText(item);
  const colour = item.kind === null ? null : lookOf(item.kind).colour[look.scheme];
  const columns = bar.to - bar.from + 1;
  const isSpan = item.endAt !== null;
  const ground =
    isSpan && colour !== null
      ? {
          background: mixColours(colour, look.surface, look.scheme === 'dark' ? 0.3 : 0.16),
          borderLeft: bar.goesBefore ? 0 : `3px solid ${colour}`,
        }
      : {};
  const ends = { borderTopLeftRadius: bar.goesBefore ? 0 : 4, borderTopRightRadius: bar.goesAfter ? 0 : 4 };
  return (
    <Bar
      to="/releases/$id"
      params={{ id: item.releaseId }}
      tabIndex={-1}
      title={`${label}${of === '' ? '' : ` · ${of}`}\n${formatPlanned(item.startAt, item.zone, null)}`}
      style={{
        top,
        left: bar.goesBefore ? 0 : 4,
        width: `calc(${columns * 100}% + ${columns - 1}px - ${(bar.goesBefore ? 0 : 4) + (bar.goesAfter ? 0 : 4)}px)`,
        ...ground,
        ...ends,
        borderBottomLeftRadius: ends.borderTopLeftRadius,
        borderBottomRightRadius: ends.borderTopRightRadius,
      }}
    >
      {item.kind === null ? <Pennant state={item.state} size={13} /> : <MilestoneGlyph kind={item.kind} size={11} />}
      <span style={{ fontWeight: item.kind === null ? 600 : 420 }}>
        {label}
        {of !== '' && <span className="of"> · {of}</span>}
      </span>
    </Bar>
  );
}
