import { getRouteApi } from '@tanstack/react-router';
import { CalendarPage } from '../../features/calendar/calendar-page.tsx';

const route = getRouteApi('/calendar');

/** The calendar as its address says. */
export function CalendarScreen() {
  return <CalendarPage search={route.useSearch()} />;
}
