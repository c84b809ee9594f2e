import { styled } from '@mui/material/styles';
import { useEffect, useMemo, useState } from 'react';
import type { MoveEffect as MoveEffectAnswer } from '../../../../shared/contract/conflicts.ts';
import { client } from '../../../lib/client.ts';
import { bookingsText, effectText } from '../../../ui/conflict-words.ts';
import type { Edit } from '../timeline/edit.ts';
import { createLatest } from './latest.ts';
import { plannedMove } from './planned-move.ts';

/** What a move would do to the conflicts of the plan, and which item it is about. */
export interface Effect extends MoveEffectAnswer {
  readonly itemId: string;
}

/** What was told last: of which place, and what was answered; null where it could not be looked at. */
interface Told {
  readonly wish: string;
  readonly effect: Effect | null;
}

const Words = styled('span')(({ theme }) => ({
  fontWeight: 600,
  color: theme.look.textSoft,
  maxWidth: 520,
  overflow: 'hidden',
  display: '-webkit-box',
  WebkitLineClamp: 2,
  WebkitBoxOrient: 'vertical',
  '&[data-tone="makes"]': { color: theme.look.tones.danger.text },
  '&[data-tone="resolves"]': { color: theme.look.tones.success.text },
}));

function toneOf(effect: Effect | null): string | undefined {
  if (effect === null) return undefined;
  if (effect.added.length > 0) return 'makes';
  return effect.removed.length > 0 ? 'resolves' : undefined;
}

function textOf(told: Told | null): string {
  if (told === null) return 'Looking at conflicts…';
  if (told.effect === null) return 'Conflicts could not be looked at';
  const words = effectText(told.effect) ?? 'No conflict made or resolved';
  const bookings = bookingsText(told.effect.bookings);
  return bookings === null ? words : `${bookings} ${words}`;
}

/**
 * Says while something is moved which conflicts it would make and which it would resolve. It is asked about the newest place
 * alone, one question at a time: the move itself never waits for it.
 */
export function MoveEffect({ edit, onEffect }: { edit: Edit; onEffect: (effect: Effect | null) => void }) {
  const [told, setTold] = useState<Told | null>(null);
  const move = plannedMove(edit);
  const wish = move === null ? null : JSON.stringify(move);

  const latest = useMemo(
    () =>
      createLatest(
        (asked: NonNullable<typeof move>) => client.conflicts.preview({ move: asked }),
        (asked, answer) => {
          const effect = answer === null ? null : { itemId: asked.id, ...answer };
          setTold({ wish: JSON.stringify(asked), effect });
          onEffect(effect);
        },
      ),
    [onEffect],
  );

  useEffect(() => {
    if (wish === null) {
      latest.drop();
      setTold(null);
      onEffect(null);
    } else {
      latest.want(JSON.parse(wish)); // a move, as written above
    }
  }, [wish, latest, onEffect]);

  // It ends with the move.
  useEffect(
    () => () => {
      latest.drop();
      onEffect(null);
    },
    [latest, onEffect],
  );

  // The words of another place, while this one is looked at.
  const isStale = wish !== null && told?.wish !== wish;
  return (
    <Words
      role="status"
      data-testid="move-effect"
      data-tone={toneOf(told?.effect ?? null)}
      aria-busy={isStale}
      style={isStale ? { opacity: 0.5 } : undefined}
    >
      {wish === null ? null : textOf(told)}
    </Words>
  );
}
