import { getRouteApi } from '@tanstack/react-router';
import { CalendarPage } from '../../features/calendar/calendar-page.tsx';

const route = getRouteApi('/calendar');

/** The calendar at the view and the days that the address names. */
export function CalendarScreen() {
  return <CalendarPage search={route.useSearch()} />;
}
