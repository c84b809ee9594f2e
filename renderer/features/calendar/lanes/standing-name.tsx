import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded';
import Link from '@mui/material/Link';
import { styled } from '@mui/material/styles';
import { formatCount } from '../../../lib/format.ts';
import type { ModelLane, TimelineLane } from '../timeline/model.ts';
import { EMPTY, groupOfLane } from './arrange.ts';
import type { LaneGroup } from './groups.ts';

const Line = styled('div')(({ theme }) => ({
  fontSize: 11,
  lineHeight: '16px',
  color: theme.look.textFaint,
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
}));

const Fold = styled('button')(({ theme }) => ({
  position: 'absolute',
  inset: 0,
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  padding: '0 8px 0 6px',
  border: 0,
  background: theme.look.frame,
  color: theme.look.textSoft,
  font: 'inherit',
  fontSize: 12,
  fontWeight: 600,
  textAlign: 'left',
  cursor: 'pointer',
  '&:hover': { color: theme.look.text, background: theme.look.hover },
  '&:focus-visible': { outline: `2px solid ${theme.look.focus}`, outlineOffset: -2 },
  '& > svg': { fontSize: 18, transition: 'none' },
  '&[aria-expanded="false"] > svg': { transform: 'rotate(-90deg)' },
}));

export interface StandingNameProps {
  readonly lane: ModelLane;
  readonly inTabOrder: boolean;
  readonly folded: ReadonlySet<LaneGroup>;
  readonly onFold: (group: LaneGroup) => void;
}

const emptyWords: Readonly<Record<LaneGroup, { readonly text: string; readonly link: string; readonly to: string }>> = {
  rules: { text: 'Nothing is forbidden yet', link: 'Add a freeze or window', to: '/windows' },
  trains: { text: 'No train is shown', link: 'New train', to: '/trains/new' },
  environments: { text: 'Nothing can be booked yet', link: 'Add an environment', to: '/environments' },
  teams: { text: 'Nobody can be away yet', link: 'Add a team', to: '/catalogue' },
};

/** Where the name of a lane leads to, and the line under it. */
function wordsOf({ lane, items }: ModelLane): { readonly to: string; readonly name: string; readonly line: string } {
  const { of, id, name } = lane;
  if (id.startsWith(EMPTY)) {
    const { text, link, to } = emptyWords[groupOfLane(lane) ?? 'trains'];
    return { to, name: link, line: text };
  }
  if (of === 'environment') {
    const count = items.length === 0 ? 'No bookings near here' : `${formatCount(items.length, 'booking')} near here`;
    return { to: `/environments?id=${encodeURIComponent(id)}`, name, line: count };
  }
  if (of === 'team') return { to: '/catalogue', name, line: teamLine(items) };
  return { to: '/windows', name, line: rulesLine(items) };
}

/** How many rules a lane shows; each may hold many times. */
function rulesLine(items: ModelLane['items']): string {
  const [first] = items;
  const look = first?.entry?.look;
  if (look !== 'freeze' && look !== 'maintenance' && look !== 'window') return 'None near here';
  const rules = new Set(items.flatMap(({ entry }) => (entry?.place.to === 'rule' ? [entry.place.id] : [])));
  return `${formatCount(rules.size, look)} near here`;
}

function teamLine(items: ModelLane['items']): string {
  const away = items.filter(({ entry }) => entry?.look === 'absence').length;
  const departures = items.filter(({ what }) => what === 'release').length;
  return [formatCount(departures, 'departure'), ...(away > 0 ? [formatCount(away, 'absence')] : [])].join(' · ');
}

/** Whether a lane is named by `StandingName`: every one but a train's. */
export function isStanding({ of = 'train' }: TimelineLane): boolean {
  return of !== 'train';
}

/** The head of a lane that is no train's, or of a group of lanes, which it folds and unfolds. */
export function StandingName({ lane, inTabOrder, folded, onFold }: StandingNameProps) {
  const tabIndex = inTabOrder ? 0 : -1;
  const group = groupOfLane(lane.lane);
  if (lane.lane.of === 'heading' && group !== null) {
    return (
      <Fold type="button" tabIndex={tabIndex} aria-expanded={!folded.has(group)} onClick={() => onFold(group)}>
        <ExpandMoreRounded aria-hidden />
        {lane.lane.name}
      </Fold>
    );
  }
  const { to, name, line } = wordsOf(lane);
  return (
    <>
      <Link
        href={`#${to}`}
        noWrap
        tabIndex={tabIndex}
        title={name}
        underline="hover"
        sx={{ display: 'block', fontWeight: 600, color: 'text.primary', lineHeight: '18px' }}
      >
        {name}
      </Link>
      <Line>{line}</Line>
    </>
  );
}
