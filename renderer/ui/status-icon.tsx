import AdjustRounded from '@mui/icons-material/AdjustRounded';
import CancelOutlined from '@mui/icons-material/CancelOutlined';
import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded';
import ErrorRounded from '@mui/icons-material/ErrorRounded';
import FastForwardRounded from '@mui/icons-material/FastForwardRounded';
import PauseCircleOutlineRounded from '@mui/icons-material/PauseCircleOutlineRounded';
import PlayCircleOutlineRounded from '@mui/icons-material/PlayCircleOutlineRounded';
import RadioButtonUncheckedRounded from '@mui/icons-material/RadioButtonUncheckedRounded';
import ScheduleRounded from '@mui/icons-material/ScheduleRounded';
import StopCircleOutlined from '@mui/icons-material/StopCircleOutlined';
import SyncRounded from '@mui/icons-material/SyncRounded';
import type { SvgIconProps } from '@mui/material/SvgIcon';
import type { ComponentType } from 'react';
import type { StatusIcon as StatusIconName } from './status-looks.ts';

const icons: Readonly<Record<StatusIconName, ComponentType<SvgIconProps>>> = {
  circle: RadioButtonUncheckedRounded,
  half: AdjustRounded,
  pause: PauseCircleOutlineRounded,
  check: CheckCircleRounded,
  cross: CancelOutlined,
  clock: ScheduleRounded,
  play: PlayCircleOutlineRounded,
  spin: SyncRounded,
  alert: ErrorRounded,
  forward: FastForwardRounded,
  stop: StopCircleOutlined,
};

/** The picture of a state; always beside its word. */
export function StatusIcon({ name, colour, size = 14 }: { name: StatusIconName; colour: string; size?: number }) {
  const Icon = icons[name];
  return <Icon aria-hidden sx={{ fontSize: size, color: colour, flexShrink: 0 }} />;
}
