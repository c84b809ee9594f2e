import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import type { Day } from '../../../shared/model/time.ts';
import { MilestoneKind } from '../../../shared/model/train.ts';
import { formatDay } from '../../lib/format.ts';
import { useSheetFacts } from '../../lib/sheet-facts.ts';
import { MilestoneGlyph } from '../../ui/milestone-glyph.tsx';
import { lookOf } from '../../ui/milestone-kinds.ts';
import { useLook } from '../../ui/use-look.ts';
import { timelineMarks } from './legend.tsx';
import { monthName } from './month/month-model.ts';
import type { CalendarSearch } from './search.ts';

type Filters = Pick<CalendarSearch, 'trains' | 'hidden'>;
type Place = Pick<CalendarSearch, 'view' | 'at' | 'days'>;

/** What the signs mean, in one line that wraps: for paper. */
function SheetLegend({ hidden }: { hidden: readonly MilestoneKind[] }) {
  const marks = timelineMarks(useLook());
  const kinds = MilestoneKind.options.filter((kind) => !hidden.includes(kind));
  const signs = [
    ...kinds.map((kind) => ({ text: lookOf(kind).label, sign: <MilestoneGlyph kind={kind} /> })),
    ...marks,
  ];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1, fontSize: 12 }}>
      {signs.map(({ text, sign }) => (
        <Box key={text} component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
          {sign}
          {text}
        </Box>
      ))}
    </Box>
  );
}

/** What the calendar filters out, in words; empty where it shows everything. */
export function filterWords(
  { trains: chosen, hidden = [] }: Filters,
  trains: ReadonlyMap<string, { readonly name: string }>,
): readonly string[] {
  const names = chosen?.map((id) => trains.get(id)?.name ?? 'a train that is gone').join(', ');
  const kinds = hidden.map((kind) => lookOf(kind).label).join(', ');
  return [
    ...(names === undefined ? [] : [`Only trains: ${names}`]),
    ...(kinds === '' ? [] : [`Without milestones: ${kinds}`]),
  ];
}

/** The time that the calendar shows, in words. */
export function timeWords({ view = 'timeline', at, days }: Place, today: Day): readonly string[] {
  const day = at ?? today;
  if (view === 'month') return [monthName(day)];
  if (view === 'agenda') return [`From ${formatDay(day)}`];
  if (days === undefined) return [`Around ${formatDay(day)}`];
  const half = Math.floor(days / 2);
  return [`${formatDay(addDays(day, -half))} to ${formatDay(addDays(day, half))}`];
}

/** Says what a picture of the calendar has to say: its time, its filters, and what its signs mean. */
export function useCalendarSheet(
  { view, at, days, trains: chosen, hidden }: Filters & Place,
  { trains, today }: { trains: ReadonlyMap<string, { readonly name: string }> | undefined; today: Day },
): void {
  const facts = useMemo(
    () => ({
      about: timeWords({ view, at, days }, today),
      filters: filterWords({ trains: chosen, hidden }, trains ?? new Map()),
      legend: <SheetLegend hidden={hidden ?? []} />,
    }),
    [view, at, days, today, chosen, hidden, trains],
  );
  useSheetFacts(facts);
}
