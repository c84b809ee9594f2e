import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import QuizOutlined from '@mui/icons-material/QuizOutlined';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useActions } from '../../lib/actions.ts';

export type WindowsView = 'rules' | 'allowed';

const views = [
  { name: 'rules', label: 'Rules', action: 'Show the rules', icon: EventBusyOutlined, keys: 'v r' },
  { name: 'allowed', label: 'Is it allowed?', action: 'Ask whether it is allowed', icon: QuizOutlined, keys: 'v q' },
] as const;

/** Chooses between the rules and the question whether something is allowed. */
export function ViewToggle({ view, onChange }: { view: WindowsView; onChange: (view: WindowsView) => void }) {
  useActions(
    views.map(({ name, action, keys }) => ({
      name: `windows.view.${name}`,
      label: action,
      group: 'View' as const,
      keys,
      run: () => onChange(name),
    })),
  );
  return (
    <ToggleButtonGroup
      exclusive
      aria-label="View"
      value={view}
      onChange={(_event, next: WindowsView | null) => {
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
