import { useMemo } from 'react';
import { calendarEntries, type LanesInput } from './lanes/calendar-lanes.ts';
import { type PlanItem, planItems } from './plan-items.ts';

/** What the month and the agenda show: the groups that are chosen, by time. */
export function useShown({ lanes, extras, zone }: Pick<LanesInput, 'lanes' | 'extras' | 'zone'>): readonly PlanItem[] {
  return useMemo(() => {
    const trains = extras.groups.includes('trains') ? lanes : [];
    return planItems(trains, calendarEntries({ lanes, extras, zone }));
  }, [lanes, extras, zone]);
}
