import { styled } from '@mui/material/styles';
import { StatusIcon } from './status-icon.tsx';
import type { StatusLook } from './status-looks.ts';
import { radius, type Tone, type } from './tokens.ts';
import { useLook } from './use-look.ts';

export const ChipShape = styled('span', { shouldForwardProp: (name) => name !== 'tone' })<{ tone: Tone }>(
  ({ theme, tone }) => ({
    display: 'inline-flex',
    alignItems: 'center',
    gap: 4,
    height: 20,
    maxWidth: '100%',
    flexShrink: 0,
    padding: '0 7px 0 5px',
    borderRadius: radius.small,
    background: theme.look.tones[tone].soft,
    color: theme.look.tones[tone].text,
    fontSize: type.small.size,
    lineHeight: '20px',
    fontWeight: 540,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    verticalAlign: 'middle',
    '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
  }),
);

/** A state as picture, word and colour; `text` replaces the word (a provider's own status name). */
export function StatusChip({
  look,
  text,
  title,
}: {
  look: StatusLook;
  text?: string | undefined;
  title?: string | undefined;
}) {
  const { tones } = useLook();
  return (
    <ChipShape tone={look.tone} title={title ?? text}>
      <StatusIcon name={look.icon} colour={tones[look.tone].mark} />
      <span>{text ?? look.label}</span>
    </ChipShape>
  );
}

/** A state without its ground, for dense rows: picture and word. */
export function StatusText({ look, text }: { look: StatusLook; text?: string | undefined }) {
  const { tones } = useLook();
  return (
    <StatusLine title={text}>
      <StatusIcon name={look.icon} colour={tones[look.tone].mark} />
      <span>{text ?? look.label}</span>
    </StatusLine>
  );
}

const StatusLine = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: 6,
  maxWidth: '100%',
  overflow: 'hidden',
  whiteSpace: 'nowrap',
  verticalAlign: 'middle',
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
});
