import AltRouteRounded from '@mui/icons-material/AltRouteRounded';
import AutorenewRounded from '@mui/icons-material/AutorenewRounded';
import CableRounded from '@mui/icons-material/CableRounded';
import CalendarMonthRounded from '@mui/icons-material/CalendarMonthRounded';
import CompareArrowsRounded from '@mui/icons-material/CompareArrowsRounded';
import ConfirmationNumberOutlined from '@mui/icons-material/ConfirmationNumberOutlined';
import DnsOutlined from '@mui/icons-material/DnsOutlined';
import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import HelpOutlineRounded from '@mui/icons-material/HelpOutlineRounded';
import HubOutlined from '@mui/icons-material/HubOutlined';
import LayersOutlined from '@mui/icons-material/LayersOutlined';
import MenuBookRounded from '@mui/icons-material/MenuBookRounded';
import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import SpeedRounded from '@mui/icons-material/SpeedRounded';
import TrackChangesRounded from '@mui/icons-material/TrackChangesRounded';
import UploadFileRounded from '@mui/icons-material/UploadFileRounded';
import WbSunnyOutlined from '@mui/icons-material/WbSunnyOutlined';

/**
 * The places of the application, in the order of the rail; `keys` is the shortcut that goes there. A gap parts the
 * groups: the plan, looking back, what the plan is made of, the sources, and the foot.
 */
export const places = [
  { to: '/today', label: 'Today', keys: 'g d', icon: WbSunnyOutlined, group: 'plan' },
  { to: '/calendar', label: 'Calendar', keys: 'g c', icon: CalendarMonthRounded, group: 'plan' },
  { to: '/trains', label: 'Trains', keys: 'g t', icon: AltRouteRounded, group: 'plan' },
  { to: '/rota', label: 'Rota', keys: 'g o', icon: AutorenewRounded, group: 'plan' },
  { to: '/conflicts', label: 'Conflicts', keys: 'g x', icon: ReportProblemOutlined, group: 'plan' },
  { to: '/deploy-order', label: 'Deploy order', keys: 'g y', icon: LayersOutlined, group: 'plan' },
  { to: '/capacity', label: 'Capacity', keys: 'g p', icon: SpeedRounded, group: 'plan' },
  { to: '/environments', label: 'Environments', keys: 'g e', icon: DnsOutlined, group: 'plan' },
  { to: '/adherence', label: 'Adherence', keys: 'g a', icon: TrackChangesRounded, group: 'review' },
  { to: '/compare', label: 'Plan compare', keys: 'g b', icon: CompareArrowsRounded, group: 'review' },
  { to: '/catalogue', label: 'Services and teams', keys: 'g v', icon: HubOutlined, group: 'made-of' },
  { to: '/windows', label: 'Windows and freezes', keys: 'g f', icon: EventBusyOutlined, group: 'made-of' },
  { to: '/work-items', label: 'Work items', keys: 'g w', icon: ConfirmationNumberOutlined, group: 'sources' },
  { to: '/connections', label: 'Connections', keys: 'g n', icon: CableRounded, group: 'sources' },
  { to: '/import', label: 'Import', keys: 'g i', icon: UploadFileRounded, group: 'sources' },
  { to: '/journal', label: 'Journal', keys: 'g j', icon: MenuBookRounded, group: 'sources' },
  { to: '/help', label: 'Help', keys: 'g h', icon: HelpOutlineRounded, group: 'foot' },
  { to: '/settings', label: 'Settings', keys: 'g s', icon: SettingsOutlined, group: 'foot' },
] as const;
