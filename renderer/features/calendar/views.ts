import CalendarViewMonthRounded from '@mui/icons-material/CalendarViewMonthRounded';
import ViewAgendaOutlined from '@mui/icons-material/ViewAgendaOutlined';
import ViewTimelineOutlined from '@mui/icons-material/ViewTimelineOutlined';
import type { View } from '../../ui/view-toggle.tsx';
import type { CalendarViewName } from './search.ts';

/** How the plan is shown. */
export const calendarViews: readonly View<CalendarViewName>[] = [
  { name: 'timeline', label: 'Timeline', icon: ViewTimelineOutlined, keys: 'v t' },
  { name: 'month', label: 'Month', icon: CalendarViewMonthRounded, keys: 'v m' },
  { name: 'agenda', label: 'Agenda', icon: ViewAgendaOutlined, keys: 'v a' },
];
