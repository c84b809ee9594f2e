import { MarkLegend } from '../../ui/mark-legend.tsx';
import { useLook } from '../../ui/use-look.ts';

/** What the marks of the picture mean. */
export function Legend() {
  const look = useLook();
  const { info, danger } = look.tones;
  const hatched = `repeating-linear-gradient(135deg, ${danger.mark} 0 2px, ${danger.soft} 2px 5px)`;
  const marks = [
    { label: 'runs', background: info.soft, border: `1px solid ${info.mark}` },
    { label: 'being deployed', background: info.mark, border: `1px solid ${info.mark}` },
    { label: 'nobody said which', background: look.muted, border: `1px dashed ${look.edge}` },
    { label: 'do not fit together', background: hatched, border: `2px solid ${danger.mark}` },
  ];
  return <MarkLegend marks={marks} />;
}
