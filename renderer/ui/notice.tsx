import CheckCircleOutlineRounded from '@mui/icons-material/CheckCircleOutlineRounded';
import ErrorOutlineRounded from '@mui/icons-material/ErrorOutlineRounded';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import WarningAmberRounded from '@mui/icons-material/WarningAmberRounded';
import Box from '@mui/material/Box';
import type { ReactNode } from 'react';
import { radius } from './tokens.ts';
import { useLook } from './use-look.ts';

const icons = {
  info: InfoOutlined,
  success: CheckCircleOutlineRounded,
  warning: WarningAmberRounded,
  danger: ErrorOutlineRounded,
} as const;

export interface NoticeProps {
  readonly tone: keyof typeof icons;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** A sentence that wants to be seen, where it matters. */
export function Notice({ tone, children, action }: NoticeProps) {
  const { tones } = useLook();
  const Icon = icons[tone];
  return (
    <Box
      role={tone === 'danger' ? 'alert' : 'note'}
      sx={{
        display: 'flex',
        gap: 2,
        p: 3,
        borderRadius: `${radius.control}px`,
        background: tones[tone].soft,
        color: tones[tone].text,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 18, mt: '1px', flexShrink: 0 }} />
      <Box sx={{ minWidth: 0, flex: 1, overflowWrap: 'anywhere' }}>{children}</Box>
      {action}
    </Box>
  );
}
