import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import QuizOutlined from '@mui/icons-material/QuizOutlined';
import type { View } from '../../ui/view-toggle.tsx';

export type WindowsView = 'rules' | 'allowed';

/** The rules, or the question whether something is allowed. */
export const windowsViews: readonly View<WindowsView>[] = [
  { name: 'rules', label: 'Rules', icon: EventBusyOutlined, keys: 'v r' },
  {
    name: 'allowed',
    label: 'Is it allowed?',
    action: 'Ask whether it is allowed',
    icon: QuizOutlined,
    keys: 'v q',
  },
];
