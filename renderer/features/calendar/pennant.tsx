import type { ReleaseState } from '../../../shared/model/release.ts';
import { useLook } from '../../ui/use-look.ts';

/** A departure as the timeline draws it; beside its words, so hidden from screen readers. */
export function Pennant({ state, size = 16 }: { state: ReleaseState; size?: number }) {
  const look = useLook();
  const over = state === 'departed' || state === 'cancelled';
  const colour = over ? look.textFaint : look.primary;
  const hollow = state === 'planned' || state === 'cancelled';
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 16 16" focusable="false">
      <path d="M2 0h2v16H2z" fill={colour} />
      <path
        d="M4 1.5L14 6L4 10.5z"
        fill={hollow ? 'none' : colour}
        stroke={colour}
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      {state === 'cancelled' && <path d="M1 1L15 15" stroke={look.tones.danger.mark} strokeWidth="1.5" />}
    </svg>
  );
}
