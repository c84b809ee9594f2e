import { styled } from '@mui/material/styles';
import { useEffect, useMemo, useState } from 'react';
import type { Conflict } from '../../../../shared/model/conflict.ts';
import { client } from '../../../lib/client.ts';
import { effectText } from '../../../ui/conflict-words.ts';
import type { Edit } from '../timeline/edit.ts';
import { createLatest } from './latest.ts';
import { plannedMove } from './planned-move.ts';

/** What a move would do to the conflicts of the plan, and which item it is about. */
export interface Effect {
  readonly itemId: string;
  readonly added: readonly Conflict[];
  readonly removed: readonly Conflict[];
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

/**
 * Says while something is moved which conflicts it would make and which it would resolve. It is asked about the newest place
 * alone, one question at a time: the move itself never waits for it.
 */
export function MoveEffect({ edit, onEffect }: { edit: Edit; onEffect: (effect: Effect | null) => void }) {
  const [effect, setEffect] = useState<Effect | null>(null);
  const move = plannedMove(edit);
  const wish = move === null ? null : JSON.stringify(move);
  const itemId = edit.item.id;

  const latest = useMemo(
    () =>
      createLatest(
        (asked: NonNullable<typeof move>) => client.conflicts.preview({ move: asked }),
        (asked, answer) => {
          const told = answer === null ? null : { itemId: asked.id, ...answer };
          setEffect(told);
          onEffect(told);
        },
      ),
    [onEffect],
  );

  useEffect(() => {
    if (wish === null) {
      latest.drop();
      setEffect(null);
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

  const own = effect !== null && effect.itemId === itemId ? effect : null;
  const text = own === null ? null : (effectText(own) ?? 'No conflict made or resolved');
  return (
    <Words role="status" data-testid="move-effect" data-tone={toneOf(own)}>
      {text}
    </Words>
  );
}
