import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import type { Span } from '../../../../shared/model/span.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import { lookOf } from '../../../ui/milestone-kinds.ts';
import { type Palette, type } from '../../../ui/tokens.ts';
import { useLook } from '../../../ui/use-look.ts';
import { outlineOf, type StripScale, xOf } from '../strip-model.ts';
import { type PictureRow, pictureTicks } from './picture-model.ts';

const ROW = 24;
const AXIS = 22;
const NAMES = 230;
const GLYPH = 12;

const Name = styled('div')(({ theme }) => ({
  height: ROW,
  lineHeight: `${ROW}px`,
  paddingRight: 8,
  display: 'flex',
  gap: 8,
  fontSize: type.small.size,
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  '&[data-kind="window"]': { fontWeight: 560 },
  '&[data-kind="release"]': { paddingLeft: 12 },
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
  '& > span + span': { color: theme.look.textSoft, flexShrink: 0, maxWidth: '60%' },
}));

function inSight(spans: readonly Span[], { range }: StripScale): readonly Span[] {
  return spans
    .filter(({ start, end }) => end > range.start && start < range.end)
    .map(({ start, end }) => ({
      start: start > range.start ? start : range.start,
      end: end < range.end ? end : range.end,
    }));
}

/** A milestone's shape, in the middle of a row. */
function Glyph({ path, colour, x, y }: { path: string; colour: string; x: number; y: number }) {
  const scale = GLYPH / 16;
  return (
    <path d={path} fill={colour} transform={`translate(${x - GLYPH / 2} ${y + (ROW - GLYPH) / 2}) scale(${scale})`} />
  );
}

function Row({ row, y, scale, look }: { row: PictureRow; y: number; scale: StripScale; look: Palette }) {
  const bar = { y: y + 6, height: ROW - 12 };
  const scheme = look.scheme;
  const isSeen = (at: number | null): at is number => at !== null && at >= scale.range.start && at <= scale.range.end;
  return (
    <g>
      {row.kind === 'crew' && (
        <path
          d={outlineOf(inSight(row.hours, scale), scale, { y: y + 2, height: ROW - 4 })}
          fill={look.tones.info.soft}
          stroke={look.tones.info.mark}
          strokeWidth={0.5}
        />
      )}
      <path
        d={outlineOf(inSight(row.bars, scale), scale, bar)}
        fill={lookOf('integration').colour[scheme]}
        stroke={look.surface}
        strokeWidth={row.kind === 'crew' ? 1 : 0}
      />
      {isSeen(row.ready) && (
        <Glyph path={lookOf('code-freeze').glyph} colour={look.tones.warning.mark} x={xOf(row.ready, scale)} y={y} />
      )}
      {isSeen(row.departs) && (
        <Glyph path={lookOf('deployment').glyph} colour={look.textSoft} x={xOf(row.departs, scale)} y={y} />
      )}
    </g>
  );
}

function Sign({ children }: { children: React.ReactNode }) {
  return (
    <svg width={16} height={12} aria-hidden style={{ flexShrink: 0 }}>
      {children}
    </svg>
  );
}

function Legend() {
  const look = useLook();
  const glyph = (path: string, colour: string) => <path d={path} fill={colour} transform="translate(2) scale(.75)" />;
  const signs = [
    { name: 'Window', sign: <rect width={16} height={12} fill={lookOf('integration').colour[look.scheme]} /> },
    {
      name: 'Team at work',
      sign: <rect x={0.5} y={0.5} width={15} height={11} fill={look.tones.info.soft} stroke={look.tones.info.mark} />,
    },
    { name: 'Ready', sign: glyph(lookOf('code-freeze').glyph, look.tones.warning.mark) },
    { name: 'Departs', sign: glyph(lookOf('deployment').glyph, look.textSoft) },
  ];
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 4, fontSize: 12, color: 'text.secondary', pt: 2 }}>
      {signs.map(({ name, sign }) => (
        <Box key={name} sx={{ display: 'flex', alignItems: 'center', gap: 1.5 }}>
          <Sign>{sign}</Sign>
          {name}
        </Box>
      ))}
    </Box>
  );
}

export interface IntegrationPictureProps {
  readonly rows: readonly PictureRow[];
  readonly range: Span;
  /** The reader's, on whose clock the axis is. */
  readonly zone: Zone;
  readonly label: string;
}

/** Windows, releases and teams over one time: hours shaded, readiness and departures marked, the windows as bars. */
export function IntegrationPicture({ rows, range, zone, label }: IntegrationPictureProps) {
  const look = useLook();
  const height = rows.length * ROW;
  return (
    <>
      <Box sx={{ display: 'flex' }}>
        <Box aria-hidden sx={{ width: NAMES, flexShrink: 0 }}>
          <Name sx={{ height: AXIS, color: 'text.secondary' }}>{zone}</Name>
          {rows.map(({ key, kind, name, beside }) => (
            <Name key={key} data-kind={kind} title={beside === '' ? name : `${name}, ${beside}`}>
              <span>{name}</span>
              {beside !== '' && <span>{beside}</span>}
            </Name>
          ))}
        </Box>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Chart
            label={label}
            height={height + AXIS}
            margins={{ top: AXIS, right: GLYPH, bottom: 0, left: GLYPH }}
            leastWidth={200}
          >
            {({ width }) => {
              const scale: StripScale = { range, width };
              return (
                <>
                  {pictureTicks(scale, zone).map(({ at, label: text }) => (
                    <g key={at}>
                      <line x1={at} x2={at} y2={height} stroke={look.line} />
                      <text x={at + 3} y={-7} fill={look.textSoft} fontSize={type.micro.size}>
                        {text}
                      </text>
                    </g>
                  ))}
                  {rows.map((row, index) => (
                    <Row key={row.key} row={row} y={index * ROW} scale={scale} look={look} />
                  ))}
                </>
              );
            }}
          </Chart>
        </Box>
      </Box>
      <Legend />
    </>
  );
}
