import Box from '@mui/material/Box';
import { useMemo } from 'react';
import { MilestoneKind } from '../../../shared/model/train.ts';
import { useSheetFacts } from '../../lib/sheet-facts.ts';
import { MilestoneGlyph } from '../../ui/milestone-glyph.tsx';
import { lookOf } from '../../ui/milestone-kinds.ts';
import { Pennant } from './pennant.tsx';
import type { CalendarSearch } from './search.ts';

const states = [
  ['planned', 'Departs: planned'],
  ['under-way', 'Under way'],
  ['departed', 'Departed'],
  ['cancelled', 'Cancelled'],
] as const;

/** What the signs mean, in one line that wraps: for paper. */
function SheetLegend({ hidden }: { hidden: readonly MilestoneKind[] }) {
  const item = { display: 'inline-flex', alignItems: 'center', gap: 1 } as const;
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, rowGap: 1, fontSize: 12 }}>
      {states.map(([state, words]) => (
        <Box key={state} component="span" sx={item}>
          <Pennant state={state} />
          {words}
        </Box>
      ))}
      {MilestoneKind.options
        .filter((kind) => !hidden.includes(kind))
        .map((kind) => (
          <Box key={kind} component="span" sx={item}>
            <MilestoneGlyph kind={kind} />
            {lookOf(kind).label}
          </Box>
        ))}
    </Box>
  );
}

/** What the calendar filters out, in words; empty where it shows everything. */
export function filterWords(
  { trains: chosen, hidden = [] }: Pick<CalendarSearch, 'trains' | 'hidden'>,
  trains: ReadonlyMap<string, { readonly name: string }>,
): readonly string[] {
  const names = chosen?.map((id) => trains.get(id)?.name ?? 'a train that is gone').join(', ');
  const kinds = hidden.map((kind) => lookOf(kind).label).join(', ');
  return [
    ...(names === undefined ? [] : [`Only trains: ${names}`]),
    ...(kinds === '' ? [] : [`Without milestones: ${kinds}`]),
  ];
}

/** Says what a picture of the calendar has to say: its filters, and what its signs mean. */
export function useCalendarSheet(
  { trains: chosen, hidden }: Pick<CalendarSearch, 'trains' | 'hidden'>,
  trains: ReadonlyMap<string, { readonly name: string }> | undefined,
): void {
  const facts = useMemo(
    () => ({
      filters: filterWords({ trains: chosen, hidden }, trains ?? new Map()),
      legend: <SheetLegend hidden={hidden ?? []} />,
    }),
    [chosen, hidden, trains],
  );
  useSheetFacts(facts);
}
