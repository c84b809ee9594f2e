import { styled } from '@mui/material/styles';
import { radius, type } from '../../ui/tokens.ts';

export const BAR = 20;

interface BarLook {
  readonly alone: boolean;
  readonly spare: boolean;
  readonly along: boolean;
  readonly clashes: boolean;
}

/** A booking on the picture: filled where it has the environment alone, tinted where it shares it. */
export const LaneBar = styled('button', {
  shouldForwardProp: (name) => !['alone', 'spare', 'along', 'clashes'].includes(String(name)),
})<BarLook>(({ theme, alone, spare, along, clashes }) => {
  const { look } = theme;
  const tint = spare ? look.tones.accent : look.tones.info;
  const filled = alone && !spare && !along;
  const own = filled ? look.primary : tint.mark;
  const edge = clashes ? look.tones.danger.mark : own;
  return {
    position: 'absolute',
    height: BAR,
    minWidth: 6,
    padding: '0 5px',
    margin: 0,
    display: 'flex',
    alignItems: 'center',
    gap: 3,
    font: 'inherit',
    fontSize: type.micro.size,
    lineHeight: `${BAR - 4}px`,
    fontWeight: 540,
    textAlign: 'left',
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    cursor: 'pointer',
    borderRadius: radius.small,
    border: `${clashes ? 2 : 1}px ${along ? 'dashed' : 'solid'} ${edge}`,
    background: filled ? look.primary : tint.soft,
    color: filled ? look.onPrimary : tint.text,
    '&:hover': { filter: 'brightness(1.06)' },
    '&:focus-visible': { outline: `2px solid ${look.focus}`, outlineOffset: 1, zIndex: 2 },
    '&[aria-pressed="true"]': { boxShadow: `0 0 0 2px ${look.surface}, 0 0 0 4px ${look.primary}` },
  };
});
