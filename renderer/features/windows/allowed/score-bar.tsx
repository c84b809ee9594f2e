import { styled } from '@mui/material/styles';
import type { Slot } from '../../../../shared/model/verdict.ts';
import { useLook } from '../../../ui/use-look.ts';
import { partLooks, scoreWords } from './slots-draft.ts';

const Track = styled('span')(({ theme }) => ({
  display: 'flex',
  width: '100%',
  height: 12,
  borderRadius: 3,
  overflow: 'hidden',
  background: theme.look.muted,
  boxShadow: `inset 0 0 0 1px ${theme.look.line}`,
}));

const Part = styled('span')(({ theme }) => ({ height: '100%', borderRight: `1px solid ${theme.look.surface}` }));

/** A score as its parts, one after the other; the whole width is a hundred points. */
export function ScoreBar({ slot }: { slot: Slot }) {
  const look = useLook();
  return (
    <Track role="img" aria-label={scoreWords(slot)} title={scoreWords(slot)}>
      {slot.parts.map(({ by, points }) => (
        <Part key={by} sx={{ width: `${points}%`, background: look.tones[partLooks[by].tone].mark }} />
      ))}
    </Track>
  );
}

const Swatch = styled('span')({ width: 10, height: 10, borderRadius: 2, flexShrink: 0 });

/** The mark of a part beside its name. */
export function PartMark({ by }: { by: keyof typeof partLooks }) {
  const look = useLook();
  return <Swatch aria-hidden sx={{ background: look.tones[partLooks[by].tone].mark }} />;
}
