import { useId } from 'react';
import type { ScheduleRuleKind } from '../../../shared/model/schedule-rule.ts';
import type { Palette } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import { kindLooks } from './kinds.ts';

/** The grounds of the three kinds: windows are solid, freezes hatched, maintenance dotted. */
export function KindPatterns({ id, look }: { id: string; look: Palette }) {
  const freeze = look.tones[kindLooks.freeze.tone];
  const maintenance = look.tones[kindLooks.maintenance.tone];
  return (
    <defs>
      <pattern id={`${id}-freeze`} width={5} height={5} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width={5} height={5} fill={freeze.soft} />
        <rect width={2.2} height={5} fill={freeze.mark} />
      </pattern>
      <pattern id={`${id}-maintenance`} width={5} height={5} patternUnits="userSpaceOnUse">
        <rect width={5} height={5} fill={maintenance.soft} />
        <circle cx={2.5} cy={2.5} r={1.3} fill={maintenance.mark} />
      </pattern>
    </defs>
  );
}

/** What a kind is filled with, where `KindPatterns` of the same id stands. */
export function kindFill(kind: ScheduleRuleKind, id: string, look: Palette): string {
  return kind === 'window' ? look.tones[kindLooks.window.tone].mark : `url(#${id}-${kind})`;
}

/** The mark of a kind beside its name. */
export function KindMark({ kind }: { kind: ScheduleRuleKind }) {
  const look = useLook();
  const id = useId();
  const { mark } = look.tones[kindLooks[kind].tone];
  return (
    <svg width={14} height={10} aria-hidden style={{ flexShrink: 0 }}>
      <KindPatterns id={id} look={look} />
      <rect x={0.5} y={0.5} width={13} height={9} rx={1.5} fill={kindFill(kind, id, look)} stroke={mark} />
    </svg>
  );
}
