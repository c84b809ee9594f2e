import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import HubOutlined from '@mui/icons-material/HubOutlined';
import QuizOutlined from '@mui/icons-material/QuizOutlined';
import type { View } from '../../ui/view-toggle.tsx';

export type WindowsView = 'rules' | 'allowed' | 'integration';

/** The rules, the question whether something is allowed, or when several releases come together. */
export const windowsViews: readonly View<WindowsView>[] = [
  { name: 'rules', label: 'Rules', icon: EventBusyOutlined, keys: 'v r' },
  {
    name: 'allowed',
    label: 'Is it allowed?',
    action: 'Ask whether it is allowed',
    icon: QuizOutlined,
    keys: 'v q',
  },
  {
    name: 'integration',
    label: 'Integration',
    action: 'Find integration windows',
    icon: HubOutlined,
    keys: 'v i',
  },
];
