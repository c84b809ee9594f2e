import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import type { Rollout, SurgePlan } from '../../../shared/model/environment-use.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { formatCount, formatDay, formatInstant } from '../../lib/format.ts';
import { Facts } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/panel.tsx';
import type { BookingSeed } from './booking-draft.ts';
import type { SurgeDraft } from './search.ts';
import { SurgeChart } from './surge-chart.tsx';
import { reservationFor } from './surge-draft.ts';
import { spanText } from './view-model.ts';

const Table = styled('table')(({ theme }) => ({
  width: '100%',
  borderCollapse: 'collapse',
  '& th': { textAlign: 'left', fontWeight: 540, fontSize: 12, color: theme.look.textSoft },
  '& th, & td': { padding: '6px 12px 6px 0', borderBottom: `1px solid ${theme.look.line}` },
  '& .end': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
}));

export interface SurgeResultProps {
  readonly plan: SurgePlan;
  readonly draft: SurgeDraft;
  readonly rollouts: readonly Rollout[];
  readonly standingUnits: number;
  readonly zone: Zone;
  readonly readOnly: boolean;
  readonly onReserve: (seed: BookingSeed) => void;
}

function Verdict({ plan, zone }: { plan: SurgePlan; zone: Zone }) {
  const { shortfall, beyondCapacity } = plan;
  return (
    <Box aria-live="polite" sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      {beyondCapacity > 0 && (
        <Notice tone="warning">
          The environment itself lacks {formatCount(beyondCapacity, 'unit')} at the peak: no reservation makes up for
          that.
        </Notice>
      )}
      {shortfall === null ? (
        <Notice tone="success">Everything that the rollouts take is reserved.</Notice>
      ) : (
        <Notice tone={shortfall.tooLate ? 'danger' : 'warning'}>
          {formatCount(shortfall.worst.units, 'unit')} short at most, from{' '}
          {formatInstant(shortfall.worst.at, zone, 'short')}.{' '}
          {shortfall.tooLate
            ? `The last day to ask for them was ${formatDay(shortfall.latestDay)}: move the rollout, or make it smaller.`
            : `Ask for them by ${formatDay(shortfall.latestDay)}.`}
        </Notice>
      )}
    </Box>
  );
}

/** What the rollouts take, drawn over time, what of it is short, until when to ask, and the bookings that reserve it. */
export function SurgeResult({ plan, draft, rollouts, standingUnits, zone, readOnly, onReserve }: SurgeResultProps) {
  const { peak, shortfall, capacity } = plan;
  const seeds = rollouts.flatMap((rollout, at) => {
    const title = draft.rollouts[at]?.title ?? '';
    const seed = reservationFor(rollout, title, plan.environmentId);
    return seed === null ? [] : [{ at, seed }];
  });
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, minWidth: 0 }}>
      <Verdict plan={plan} zone={zone} />
      <Panel title="Units over time">
        <SurgeChart plan={plan} standingUnits={standingUnits} zone={zone} />
      </Panel>
      <Panel
        title="Figures"
        actions={
          <Box sx={{ display: 'flex', gap: 2 }}>
            {seeds.map(({ at, seed }) => (
              <Button key={at} variant="outlined" disabled={readOnly} onClick={() => onReserve(seed)}>
                Reserve for rollout {at + 1}
              </Button>
            ))}
          </Box>
        }
      >
        <Facts
          facts={[
            [
              'Peak',
              peak === null ? '' : `${peak.units} of ${capacity} units, ${formatInstant(peak.at, zone, 'short')}`,
            ],
            ['Short', shortfall === null ? 'nothing' : shortfall.spans.map((span) => spanText(span, zone)).join('; ')],
            [
              'Ask by',
              shortfall === null
                ? ''
                : `${formatDay(shortfall.latestDay)}, ${formatCount(shortfall.leadWorkingDays, 'working day')} before`,
            ],
          ]}
        />
        <Box sx={{ maxHeight: 320, overflow: 'auto', mt: 3 }} tabIndex={0} role="group" aria-label="Units by time">
          <Table>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col" className="end">
                  Extra
                </th>
                <th scope="col" className="end">
                  Reserved
                </th>
                <th scope="col" className="end">
                  Short
                </th>
              </tr>
            </thead>
            <tbody>
              {plan.steps.map(({ span, extra, reserved, short }) => (
                <tr key={span.start}>
                  <td>{spanText(span, zone)}</td>
                  <td className="end">{extra}</td>
                  <td className="end">{reserved}</td>
                  <td className="end">{short}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Box>
      </Panel>
    </Box>
  );
}
