import { MarkLegend } from '../../ui/mark-legend.tsx';
import { useLook } from '../../ui/use-look.ts';

/** What the marks of the picture mean. */
export function Legend() {
  const look = useLook();
  const { info, accent, danger } = look.tones;
  const marks = [
    { label: 'alone', background: look.primary, border: `1px solid ${look.primary}` },
    { label: 'shared', background: info.soft, border: `1px solid ${info.mark}` },
    { label: 'booked along', background: info.soft, border: `1px dashed ${info.mark}` },
    { label: 'kept for a rollout', background: accent.soft, border: `1px solid ${accent.mark}` },
    { label: 'clashes', background: 'transparent', border: `2px solid ${danger.mark}` },
  ];
  return <MarkLegend marks={marks} />;
}
