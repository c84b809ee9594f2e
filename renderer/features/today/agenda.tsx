import DepartureBoardRounded from '@mui/icons-material/DepartureBoardRounded';
import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import type { Departure } from '../../../shared/contract/today.ts';
import { useOwnZone, useZones } from '../../lib/display-zone.tsx';
import { formatInstant, formatPlanned, formatTime, zoneName } from '../../lib/format.ts';
import { MilestoneGlyph } from '../../ui/milestone-glyph.tsx';
import { lookOf } from '../../ui/milestone-kinds.ts';
import { RouterLink } from '../../ui/router-link.tsx';
import { useLook } from '../../ui/use-look.ts';
import { type AgendaDay, besidesText, readinessOf, type TodayMilestone } from './view-model.ts';

const Line = styled('li')({
  display: 'grid',
  gridTemplateColumns: '16px minmax(0, 1fr) 132px 108px',
  alignItems: 'center',
  columnGap: 12,
  minHeight: 34,
  padding: '2px 16px',
});

const Quiet = styled('span')(({ theme }) => ({ color: theme.look.textSoft, fontSize: 12, whiteSpace: 'nowrap' }));

function DepartureLine({ departure }: { departure: Departure }) {
  const look = useLook();
  const { display } = useZones();
  const readiness = readinessOf(departure);
  const others = besidesText(departure);
  return (
    <Line>
      <DepartureBoardRounded aria-label="Departs" sx={{ fontSize: 16, color: look.primaryText }} />
      <Box sx={{ minWidth: 0, display: 'flex', gap: 2, alignItems: 'baseline' }}>
        <RouterLink
          to="/releases/$id"
          params={{ id: departure.releaseId }}
          title={departure.name}
          noWrap
          sx={{ fontWeight: 600, color: 'text.primary' }}
        >
          {departure.name}
        </RouterLink>
        <Quiet sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }} title={departure.trainName}>
          {departure.trainName}
        </Quiet>
      </Box>
      <Box>
        <Quiet title={others ?? undefined}>{readiness.text}</Quiet>
        {readiness.share !== null && (
          <LinearProgress
            variant="determinate"
            value={readiness.share * 100}
            aria-label={[`${departure.name}: ${readiness.text}`, others].filter(Boolean).join('; ')}
            sx={{ height: 3, mt: '2px' }}
          />
        )}
      </Box>
      <Quiet
        sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}
        title={formatPlanned(departure.departsAt, departure.zone, display)}
      >
        {formatTime(departure.departsAt, departure.zone)} {zoneName(departure.zone, departure.departsAt)}
      </Quiet>
    </Line>
  );
}

function MilestoneLine({ milestone }: { milestone: TodayMilestone }) {
  const zone = useOwnZone();
  const kind = lookOf(milestone.kind);
  const until = milestone.endAt === null ? null : `until ${formatInstant(milestone.endAt, zone, 'short')}`;
  return (
    <Line>
      <MilestoneGlyph kind={milestone.kind} label={kind.label} />
      <Box sx={{ minWidth: 0, display: 'flex', gap: 2, alignItems: 'baseline' }}>
        <Typography component="span" noWrap title={milestone.name} sx={{ flexShrink: 0, maxWidth: '60%' }}>
          {milestone.name}
        </Typography>
        <RouterLink
          to="/releases/$id"
          params={{ id: milestone.releaseId }}
          noWrap
          title={`${milestone.releaseName}, ${milestone.trainName}`}
          sx={{ fontSize: 12, color: 'text.secondary', minWidth: 0 }}
        >
          {milestone.releaseName}
        </RouterLink>
      </Box>
      <Quiet sx={{ overflow: 'hidden', textOverflow: 'ellipsis' }} title={until ?? undefined}>
        {until}
      </Quiet>
      <Quiet sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
        {formatTime(milestone.startAt, zone)} {zoneName(zone, milestone.startAt)}
      </Quiet>
    </Line>
  );
}

/** What is ahead, day by day. */
export function Agenda({ days }: { days: readonly AgendaDay[] }) {
  return (
    <Box>
      {days.map((day, at) => (
        <Box
          component="section"
          key={day.day}
          aria-label={day.label}
          sx={at > 0 ? { borderTop: 1, borderColor: 'divider' } : {}}
        >
          <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, px: 4, pt: 2.5, pb: 0.5 }}>
            <Typography variant="subtitle2" component="h3">
              {day.nearness}
            </Typography>
            <Quiet>{day.label}</Quiet>
          </Box>
          <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, pb: 1.5 }}>
            {day.entries.map((entry) =>
              entry.kind === 'departure' ? (
                <DepartureLine key={entry.departure.releaseId} departure={entry.departure} />
              ) : (
                <MilestoneLine key={entry.milestone.id} milestone={entry.milestone} />
              ),
            )}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
