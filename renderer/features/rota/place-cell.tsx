import ArrowDropDownRounded from '@mui/icons-material/ArrowDropDownRounded';
import Box from '@mui/material/Box';
import { styled } from '@mui/material/styles';
import type { RosterPart } from '../../../shared/model/roster.ts';
import { StatusChip } from '../../ui/status-chip.tsx';
import type { StatusLook } from '../../ui/status-looks.ts';
import { radius } from '../../ui/tokens.ts';
import { visuallyHidden } from '../../ui/visually-hidden.ts';
import type { PlaceView } from './roster-view.ts';

export const partWords = { lead: 'lead', shadow: 'shadow' } as const satisfies Record<RosterPart, string>;

const looks = {
  settled: { label: 'Settled', tone: 'success', icon: 'check' },
  chosen: { label: 'Chosen', tone: 'info', icon: 'forward' },
  proposed: { label: 'Proposed', tone: 'neutral', icon: 'circle' },
  open: { label: 'Open', tone: 'warning', icon: 'alert' },
} as const satisfies Record<PlaceView['state'], StatusLook>;

const Choose = styled('button')(({ theme: { look } }) => ({
  position: 'relative',
  display: 'flex',
  alignItems: 'center',
  gap: 6,
  width: '100%',
  minHeight: 28,
  padding: '2px 2px 2px 8px',
  border: '1px solid transparent',
  borderRadius: radius.control,
  background: 'none',
  color: look.text,
  font: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  '& > span:first-of-type': {
    flex: 1,
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '&:hover:not(:disabled)': { borderColor: look.edge, background: look.surface },
  '&:focus-visible': { outline: `2px solid ${look.focus}`, outlineOffset: 1 },
  '&:disabled': { cursor: 'default' },
}));

export interface PlaceCellProps {
  readonly place: PlaceView;
  readonly release: string;
  readonly readOnly: boolean;
  readonly onChoose: (anchor: HTMLElement) => void;
}

/** Who has a place, how firmly, and what speaks against it; pressed, it offers somebody else. */
export function PlaceCell({ place, release, readOnly, onChoose }: PlaceCellProps) {
  const { person, state, hindrances, part } = place;
  return (
    <>
      <Choose
        type="button"
        aria-haspopup="dialog"
        disabled={readOnly}
        data-place={place.key}
        onClick={(event) => onChoose(event.currentTarget)}
      >
        <span style={{ fontWeight: person === null ? 420 : 540 }}>{person?.name ?? 'Nobody'}</span>{' '}
        <StatusChip look={looks[state]} />
        <span style={visuallyHidden}>{` choose the ${partWords[part]} of ${release}`}</span>
        {!readOnly && <ArrowDropDownRounded aria-hidden sx={{ fontSize: 18, color: 'text.secondary' }} />}
      </Choose>
      {hindrances.map(({ why, text }) => (
        <Box
          key={why}
          sx={{ pl: 2, fontSize: 12, lineHeight: '16px', color: ({ look }) => look.tones.warning.text, pb: 0.5 }}
        >
          {text}
        </Box>
      ))}
    </>
  );
}
