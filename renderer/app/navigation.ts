import AltRouteRounded from '@mui/icons-material/AltRouteRounded';
import CableRounded from '@mui/icons-material/CableRounded';
import CalendarMonthRounded from '@mui/icons-material/CalendarMonthRounded';
import ConfirmationNumberOutlined from '@mui/icons-material/ConfirmationNumberOutlined';
import HelpOutlineRounded from '@mui/icons-material/HelpOutlineRounded';
import MenuBookRounded from '@mui/icons-material/MenuBookRounded';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import WbSunnyOutlined from '@mui/icons-material/WbSunnyOutlined';

/** The places of the application, in the order of the rail; `keys` is the shortcut that goes there. */
export const places = [
  { to: '/today', label: 'Today', keys: 'g d', icon: WbSunnyOutlined, foot: false },
  { to: '/calendar', label: 'Calendar', keys: 'g c', icon: CalendarMonthRounded, foot: false },
  { to: '/trains', label: 'Trains', keys: 'g t', icon: AltRouteRounded, foot: false },
  { to: '/work-items', label: 'Work items', keys: 'g w', icon: ConfirmationNumberOutlined, foot: false },
  { to: '/connections', label: 'Connections', keys: 'g n', icon: CableRounded, foot: false },
  { to: '/journal', label: 'Journal', keys: 'g j', icon: MenuBookRounded, foot: false },
  { to: '/help', label: 'Help', keys: 'g h', icon: HelpOutlineRounded, foot: true },
  { to: '/settings', label: 'Settings', keys: 'g s', icon: SettingsOutlined, foot: true },
] as const;
