import Box from '@mui/material/Box';
import { type ReactNode, useMemo, useState } from 'react';
import { awayAt } from '../../../shared/domain/rotation/hindrances.ts';
import type { Rotation } from '../../../shared/domain/rotation/roster-hindrances.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { dayIn, formatCount, formatDay } from '../../lib/format.ts';
import { useWidth } from '../../ui/chart/use-width.ts';
import { fontFamily, type } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import type { LoadView, PlaceView, RosterRow } from './roster-view.ts';

const ROW = 26;
const HEAD = 26;
const NAMES = 170;
const LOADS = 190;
const LEAST = 20;
const words = { fontSize: type.micro.size } as const;

interface PictureProps {
  readonly rows: readonly RosterRow[];
  readonly loads: readonly LoadView[];
  readonly rotation: Rotation;
  readonly zone: Zone;
}

function Mark({ place, x, y }: { place: PlaceView; x: number; y: number }) {
  const { tones, surface } = useLook();
  const tone = place.hindrances.length > 0 ? tones.warning : tones.info;
  const isLead = place.part === 'lead';
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle r={7} fill={isLead ? tone.mark : surface} stroke={tone.mark} strokeWidth={2} />
      {place.state === 'settled' && (
        <path
          d="M-3,0 l2.2,2.4 l4,-4.6"
          fill="none"
          stroke={isLead ? surface : tone.mark}
          strokeWidth={1.75}
          strokeLinecap="round"
        />
      )}
    </g>
  );
}

function Key({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Box component="span" sx={{ display: 'inline-flex', alignItems: 'center', gap: 1 }}>
      <svg width={18} height={18} viewBox="-9 -9 18 18" aria-hidden>
        {children}
      </svg>
      {label}
    </Box>
  );
}

/** What the marks of the picture mean. */
export function PictureKeys() {
  const { tones, surface } = useLook();
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 4, color: 'text.secondary', fontSize: type.small.size }}>
      <Key label="leads">
        <circle r={7} fill={tones.info.mark} />
      </Key>
      <Key label="shadows">
        <circle r={6} fill={surface} stroke={tones.info.mark} strokeWidth={2} />
      </Key>
      <Key label="settled">
        <path d="M-4,0 l3,3.2 l5,-6" fill="none" stroke={tones.info.mark} strokeWidth={2} />
      </Key>
      <Key label="against the rules">
        <circle r={7} fill={tones.warning.mark} />
      </Key>
      <Key label="away">
        <rect x={-8} y={-6} width={16} height={12} fill={tones.accent.soft} stroke={tones.accent.mark} />
      </Key>
    </Box>
  );
}

/** Everybody's turns: a row each, the releases from left to right, and at the end how many parts that makes. */
export function RosterPicture({ rows, loads, rotation, zone }: PictureProps) {
  const look = useLook();
  const away = useMemo(() => {
    const { people, releases } = rotation;
    const all = people.flatMap((person) =>
      releases.flatMap((release) =>
        awayAt(release, person, rotation).length > 0 ? [`${person.id} ${release.releaseId}`] : [],
      ),
    );
    return new Set(all);
  }, [rotation]);
  const [element, setElement] = useState<HTMLElement | null>(null);
  const width = useWidth(element);
  const room = Math.max(LEAST, (width - NAMES - LOADS) / Math.max(1, rows.length));
  const column = Math.min(room, 72);
  const all = NAMES + column * rows.length + LOADS;
  const every = Math.max(1, Math.ceil(52 / column));
  const most = Math.max(1, ...loads.map(({ past, here }) => past + here));
  const bar = (LOADS - 74) / most;
  const days = rows.map(({ release }) => formatDay(dayIn(release.departsAt, zone), 'short'));
  const height = HEAD + loads.length * ROW + 4;
  return (
    <Box
      ref={setElement}
      tabIndex={0}
      role="group"
      aria-label="Picture of the rota"
      sx={{ overflow: 'auto', maxHeight: 300, minHeight: HEAD }}
    >
      {width > 0 && (
        <svg
          role="img"
          aria-label={`${formatCount(rows.length, 'release')} and ${formatCount(loads.length, 'person', 'people')}: who leads and who shadows each. The table below says the same.`}
          width={all}
          height={height}
          style={{ display: 'block', fontFamily }}
        >
          {rows.map(({ release }, at) => (
            <g key={release.releaseId} transform={`translate(${NAMES + at * column} 0)`}>
              <title>{release.name}</title>
              {at % every === 0 && days[at] !== days[at - every] && (
                <text x={2} y={16} fill={look.textSoft} {...words}>
                  {days[at]}
                </text>
              )}
              <line y1={HEAD} y2={height} stroke={look.line} />
            </g>
          ))}
          {loads.map(({ person, past, here }, line) => {
            const y = HEAD + line * ROW;
            return (
              <g key={person.id}>
                <line x1={0} x2={all} y1={y} y2={y} stroke={look.line} />
                <text x={24} y={y + 17} fill={look.text} fontSize={type.small.size}>
                  {person.name.length > 22 ? `${person.name.slice(0, 21)}…` : person.name}
                </text>
                {rows.map(({ release, places }, at) => {
                  const x = NAMES + at * column;
                  const isAway = away.has(`${person.id} ${release.releaseId}`);
                  const held = [places.lead, places.shadow].filter((place) => place.person?.id === person.id);
                  return (
                    <g key={release.releaseId}>
                      {isAway && (
                        <rect
                          x={x + 2}
                          y={y + 4}
                          width={column - 4}
                          height={ROW - 8}
                          fill={look.tones.accent.soft}
                          stroke={look.tones.accent.mark}
                        />
                      )}
                      {held.map((place, nth) => (
                        <Mark
                          key={place.key}
                          place={place}
                          x={x + column / 2 + (held.length > 1 ? nth * 12 - 6 : 0)}
                          y={y + ROW / 2}
                        />
                      ))}
                    </g>
                  );
                })}
                <g transform={`translate(${NAMES + rows.length * column + 12} ${y + 6})`}>
                  <rect width={past * bar} height={ROW - 12} fill={look.tones.neutral.mark} />
                  <rect x={past * bar} width={here * bar} height={ROW - 12} fill={look.tones.info.mark} />
                  <text x={(past + here) * bar + 6} y={11} fill={look.textSoft} {...words}>
                    {past === 0 ? `${here}` : `${past} + ${here}`}
                  </text>
                </g>
              </g>
            );
          })}
          <text x={NAMES + rows.length * column + 12} y={16} fill={look.textSoft} {...words}>
            parts: before + here
          </text>
        </svg>
      )}
    </Box>
  );
}
