import CloseRounded from '@mui/icons-material/CloseRounded';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Popover from '@mui/material/Popover';
import Typography from '@mui/material/Typography';
import { useZones } from '../../../lib/display-zone.tsx';
import { formatDay, formatPlanned } from '../../../lib/format.ts';
import { ItemGlyph } from '../item-glyph.tsx';
import { ItemLink } from '../item-link.tsx';
import { isDeparture, type PlanItem } from '../plan-items.ts';
import type { MonthDay } from './month-model.ts';

function DayItem({ item }: { item: PlanItem }) {
  const { display } = useZones();
  const when = formatPlanned(item.startAt, item.zone, display);
  const until = item.endAt === null ? '' : ` to ${formatPlanned(item.endAt, item.zone, display)}`;
  return (
    <Box component="li" sx={{ display: 'grid', gridTemplateColumns: '16px 1fr', columnGap: 2, py: 1 }}>
      <Box sx={{ pt: '3px' }}>
        <ItemGlyph item={item} size={13} />
      </Box>
      <Box sx={{ minWidth: 0 }}>
        <ItemLink item={item}>
          {isDeparture(item) || item.releaseName === '' ? item.label : `${item.label} · ${item.releaseName}`}
        </ItemLink>
        {item.entry !== null && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {[item.entry.what, ...item.entry.notes].join(' · ')}
          </Typography>
        )}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {when}
          {until}
        </Typography>
      </Box>
    </Box>
  );
}

/** Everything that touches a day, with exact times. */
export function DayItems({ day, anchor, onClose }: { day: MonthDay; anchor: HTMLElement; onClose: () => void }) {
  return (
    <Popover
      open
      anchorEl={anchor}
      onClose={onClose}
      anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      slotProps={{
        paper: { role: 'dialog', 'aria-label': formatDay(day.day), sx: { width: 380, maxHeight: 440, p: 4 } },
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <Typography variant="h3" component="h2" sx={{ flex: 1 }}>
          {formatDay(day.day)}
        </Typography>
        <IconButton aria-label="Close" onClick={onClose}>
          <CloseRounded />
        </IconButton>
      </Box>
      {day.items.length === 0 ? (
        <Typography sx={{ color: 'text.secondary' }}>Nothing is planned for this day.</Typography>
      ) : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {day.items.map((item) => (
            <DayItem key={item.id} item={item} />
          ))}
        </Box>
      )}
    </Popover>
  );
}
