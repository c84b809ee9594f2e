import CalendarViewMonthRounded from '@mui/icons-material/CalendarViewMonthRounded';
import ViewAgendaOutlined from '@mui/icons-material/ViewAgendaOutlined';
import ViewTimelineOutlined from '@mui/icons-material/ViewTimelineOutlined';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useActions } from '../../lib/actions.ts';
import type { CalendarViewName } from './search.ts';

const views = [
  { name: 'timeline', label: 'Timeline', icon: ViewTimelineOutlined, keys: 'v t' },
  { name: 'month', label: 'Month', icon: CalendarViewMonthRounded, keys: 'v m' },
  { name: 'agenda', label: 'Agenda', icon: ViewAgendaOutlined, keys: 'v a' },
] as const;

/** Chooses how the plan is shown. */
export function ViewToggle({ view, onChange }: { view: CalendarViewName; onChange: (view: CalendarViewName) => void }) {
  useActions(
    views.map(({ name, label, keys }) => ({
      name: `calendar.view.${name}`,
      label: `Show the ${label.toLowerCase()}`,
      group: 'Calendar' as const,
      keys,
      run: () => onChange(name),
    })),
  );
  return (
    <ToggleButtonGroup
      exclusive
      aria-label="View"
      value={view}
      onChange={(_, next: CalendarViewName | null) => {
        if (next !== null) onChange(next);
      }}
    >
      {views.map(({ name, label, icon: Icon }) => (
        <ToggleButton key={name} value={name} sx={{ gap: 1.5 }}>
          <Icon aria-hidden sx={{ fontSize: 16 }} />
          {label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
