import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { WEEKDAYS } from '../../shared/domain/calendar/time-words.ts';
import { useTouch } from './touched.ts';

export interface WeekdayTogglesProps {
  readonly label: string;
  /** ISO weekdays, 1 is Monday. */
  readonly value: readonly number[];
  readonly onChange: (weekdays: readonly number[]) => void;
}

/** Some days of the week. */
export function WeekdayToggles({ label, value, onChange }: WeekdayTogglesProps) {
  const touch = useTouch();
  return (
    <ToggleButtonGroup
      aria-label={label}
      value={[...value]}
      onChange={(_event, days: number[]) => {
        touch();
        onChange(days);
      }}
    >
      {WEEKDAYS.map((name, at) => (
        <ToggleButton key={name} value={at + 1}>
          {/* Inline in one box, so that both parts are read out as one word. */}
          <span style={{ lineHeight: 1 }}>
            {name.slice(0, 2)}
            <span style={{ fontSize: 0 }}>{name.slice(2)}</span>
          </span>
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
