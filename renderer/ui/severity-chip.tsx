import type { Severity } from '../../shared/model/severity.ts';
import { severityLooks } from './conflict-looks.ts';
import { ChipShape } from './status-chip.tsx';
import { useLook } from './use-look.ts';

/** The shape of a severity; always beside its word, or named by `label`. */
export function SeverityGlyph({ severity, label }: { severity: Severity; label?: string | undefined }) {
  const { tones } = useLook();
  const { glyph, tone } = severityLooks[severity];
  return (
    <svg
      viewBox="0 0 16 16"
      width={13}
      height={13}
      style={{ flexShrink: 0 }}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={glyph} fill={tones[tone].mark} fillRule="evenodd" />
    </svg>
  );
}

/** How severe a conflict is: shape, word and colour. */
export function SeverityChip({ severity }: { severity: Severity }) {
  const { label, tone } = severityLooks[severity];
  return (
    <ChipShape tone={tone}>
      <SeverityGlyph severity={severity} />
      <span>{label}</span>
    </ChipShape>
  );
}
