import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { DaysOffInput } from '../../ui/days-off-input.tsx';
import { FieldGroup } from '../../ui/form-field.tsx';
import { HolidayPlacePicker } from '../../ui/holiday-place-picker.tsx';
import { Panel } from '../../ui/panel.tsx';
import { WeekdayToggles } from '../../ui/weekday-toggles.tsx';
import type { SectionProps } from './section.ts';

/** Which days are worked: what working days are counted by. */
export function CalendarSection({ draft, problems, onChange }: SectionProps) {
  return (
    <Panel title="Working days">
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        <FieldGroup label="Worked">
          <WeekdayToggles
            label="Days of the week that are worked"
            value={draft.workdays}
            onChange={(workdays) => onChange({ workdays })}
          />
          {problems['calendar.workdays'] !== undefined && (
            <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 1 }}>
              {problems['calendar.workdays']}
            </Typography>
          )}
        </FieldGroup>
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, alignItems: 'start' }}>
          <HolidayPlacePicker value={draft.holidays} onChange={(holidays) => onChange({ holidays })} />
          <DaysOffInput
            value={draft.extraDaysOff}
            problem={problems['calendar.extraDaysOff']}
            onChange={(extraDaysOff) => onChange({ extraDaysOff })}
          />
        </Box>
      </Box>
    </Panel>
  );
}
