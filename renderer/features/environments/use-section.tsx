import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import type { Booking, Environment } from '../../../shared/model/environment.ts';
import type { Utilisation } from '../../../shared/model/environment-use.ts';
import { formatCount, formatInstant, formatNumber } from '../../lib/format.ts';
import { Facts } from '../../ui/facts.tsx';
import { PanelLink } from './panel-link.tsx';
import { type DayRange, rangeText } from './range.ts';
import { minutesText, percentText, rowsOfUse } from './view-model.ts';

const Table = styled('table')(({ theme }) => ({
  width: '100%',
  borderCollapse: 'collapse',
  marginTop: 12,
  fontSize: 12,
  '& th': { textAlign: 'left', fontWeight: 540, color: theme.look.textSoft },
  '& th, & td': { padding: '4px 8px 4px 0', borderBottom: `1px solid ${theme.look.line}`, verticalAlign: 'top' },
  '& .end': { textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', paddingRight: 0 },
  '& td + td, & th + th': { paddingLeft: 8 },
}));

/** More rows than this are counted, not drawn: the range can be made shorter. */
const MOST = 200;

export interface UseSectionProps {
  readonly environment: Environment;
  readonly bookings: readonly Booking[];
  readonly use: Utilisation;
  readonly range: DayRange;
}

/** How much of an environment is used, how long people wait for it, and the bookings that both are made of. */
export function UseSection({ environment, bookings, use, range }: UseSectionProps) {
  const own = use.environments.find(({ environmentId }) => environmentId === environment.id);
  const rows = rowsOfUse(environment, bookings, use.range);
  if (own === undefined) {
    return <Typography sx={{ color: 'text.secondary' }}>It is archived: it is not counted.</Typography>;
  }
  const { summary } = own.waiting;
  const unitHours = (minutes: number) => formatNumber(Math.round(minutes / 60));
  return (
    <>
      <Facts
        facts={[
          ['Range', rangeText(range)],
          [
            'Used',
            `${percentText(own.share)}: ${unitHours(own.usedUnitMinutes)} of ${unitHours(own.unitMinutes)} unit hours`,
          ],
          ['Most at once', own.peak === null ? '' : `${own.peak.units} of ${formatCount(own.capacity, 'unit')}`],
          ['Overbooked', own.overMinutes === 0 ? '' : `for ${minutesText(own.overMinutes)}`],
          [
            'Waiting',
            summary === null || summary.longest === 0
              ? ''
              : `of those that have not begun, half within ${minutesText(summary.p50)}, 85% within ${minutesText(summary.p85)}, longest ${minutesText(summary.longest)}`,
          ],
        ]}
      />
      {rows.length > 0 && (
        <Table aria-label="The bookings behind these figures">
          <thead>
            <tr>
              <th scope="col">Booking</th>
              <th scope="col" className="end">
                Unit hours
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, MOST).map(({ booking, unitHours: hours }) => (
              <tr key={booking.id}>
                <td>
                  <PanelLink booking={booking.id}>{booking.title}</PanelLink>
                  <div>{formatInstant(booking.startAt, booking.zone, 'short')}</div>
                </td>
                <td className="end">{formatNumber(Math.round(hours))}</td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      {rows.length > MOST && (
        <Typography variant="body2" sx={{ mt: 1.5 }}>
          and {formatCount(rows.length - MOST, 'booking')} more: choose a shorter range to see them.
        </Typography>
      )}
    </>
  );
}
