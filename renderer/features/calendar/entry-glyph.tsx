import { useLook } from '../../ui/use-look.ts';
import type { EntryLook } from './timeline/entry.ts';
import { entryLooks } from './timeline/entry-looks.ts';

/** The shape of a booking, freeze or absence; beside its words, so hidden from screen readers. */
export function EntryGlyph({ look, size = 12 }: { look: EntryLook; size?: number }) {
  const { tones } = useLook();
  const { glyph, tone } = entryLooks[look];
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 16 16" focusable="false" style={{ flexShrink: 0 }}>
      <path d={glyph} fillRule="evenodd" fill={tones[tone].mark} />
    </svg>
  );
}
