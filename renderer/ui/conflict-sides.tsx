import Box from '@mui/material/Box';
import ButtonBase from '@mui/material/ButtonBase';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import type { Conflict, ConflictSide, ThingKind } from '../../shared/model/conflict.ts';
import { useOwnZone } from '../lib/display-zone.tsx';
import { capital } from '../lib/format.ts';
import { moreSidesText, spanText } from './conflict-words.ts';
import { RouterLink } from './router-link.tsx';
import { radius, type } from './tokens.ts';

const thingNames: Readonly<Record<ThingKind, string>> = {
  release: 'release',
  milestone: 'milestone',
  booking: 'booking',
  rule: 'freeze, window or maintenance',
  assignment: 'part in a release',
  absence: 'absence',
  'day-off': 'day off',
  scope: 'scope',
  buffer: 'buffer',
  environment: 'environment',
  service: 'service',
  person: 'person',
  team: 'team',
};

/** The number of a side, as it also stands on the calendar. */
const Badge = styled('span')(({ theme }) => ({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  width: 18,
  height: 18,
  flexShrink: 0,
  marginTop: 1,
  borderRadius: radius.round,
  background: theme.look.text,
  color: theme.look.surface,
  fontSize: type.micro.size,
  fontWeight: 680,
}));

interface SideProps {
  readonly side: ConflictSide;
  readonly number: number;
  /** Whether the calendar points at it now. */
  readonly pointed: boolean;
  readonly onPoint: (() => void) | undefined;
}

function Words({ side, number }: Pick<SideProps, 'side' | 'number'>) {
  const zone = useOwnZone();
  return (
    <>
      <Badge aria-hidden>{number}</Badge>
      <Box component="span" sx={{ minWidth: 0, display: 'block', textAlign: 'left' }}>
        <Box component="span" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
          {side.thing.name}
        </Box>
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary', display: 'block' }}>
          {capital(thingNames[side.thing.kind])}
        </Typography>
        <Typography component="span" variant="body2" sx={{ color: 'text.secondary', display: 'block' }}>
          {spanText(side.span, zone)}
        </Typography>
      </Box>
    </>
  );
}

function Side({ side, number, pointed, onPoint }: SideProps) {
  const row = {
    display: 'flex',
    gap: 2,
    alignItems: 'flex-start',
    justifyContent: 'flex-start',
    width: '100%',
    p: 1.5,
    borderRadius: `${radius.control}px`,
  } as const;
  return (
    <Box component="li" sx={{ display: 'flex', alignItems: 'flex-start', gap: 1 }}>
      {onPoint === undefined ? (
        <Box sx={row}>
          <Words side={side} number={number} />
        </Box>
      ) : (
        <ButtonBase
          onClick={onPoint}
          title="Show it on the calendar"
          aria-pressed={pointed}
          sx={{
            ...row,
            font: 'inherit',
            bgcolor: pointed ? 'action.selected' : undefined,
            '&:hover': { bgcolor: 'action.hover' },
          }}
        >
          <Words side={side} number={number} />
        </ButtonBase>
      )}
      {side.releaseId !== null && (
        <RouterLink
          to="/releases/$id"
          params={{ id: side.releaseId }}
          aria-label={`Open the release of ${side.thing.name}`}
          sx={{ flexShrink: 0, py: 1.5, fontSize: type.small.size }}
        >
          Release
        </RouterLink>
      )}
    </Box>
  );
}

/** The plans that cannot hold together, each with its span. */
export function ConflictSides(props: {
  readonly conflict: Conflict;
  readonly pointed?: number | null | undefined;
  readonly onPoint?: ((side: number) => void) | undefined;
}) {
  const { conflict, pointed = null, onPoint } = props;
  const more = moreSidesText(conflict);
  return (
    <>
      <Box component="ul" aria-label="Sides" sx={{ listStyle: 'none', m: 0, p: 0, mx: -1.5 }}>
        {conflict.sides.map((side, at) => (
          <Side
            key={`${side.thing.id} ${side.span.start}`}
            side={side}
            number={at + 1}
            pointed={pointed === at}
            onPoint={onPoint && (() => onPoint(at))}
          />
        ))}
      </Box>
      {more !== null && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {more}
        </Typography>
      )}
    </>
  );
}
