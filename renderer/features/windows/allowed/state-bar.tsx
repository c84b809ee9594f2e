import { useId } from 'react';
import type { Span } from '../../../../shared/model/span.ts';
import type { DeployState, Segment } from '../../../../shared/model/verdict.ts';
import { Chart } from '../../../ui/chart/chart.tsx';
import type { Palette } from '../../../ui/tokens.ts';
import { useLook } from '../../../ui/use-look.ts';
import { KindPatterns } from '../kind-mark.tsx';
import { stateLooks } from '../kinds.ts';
import { extentOf } from '../strip-model.ts';

function fillOf(state: DeployState, id: string, look: Palette): string {
  if (state === 'frozen') return `url(#${id}-freeze)`;
  if (state === 'maintenance') return `url(#${id}-maintenance)`;
  return state === 'outside-windows' ? look.muted : look.tones[stateLooks[state].tone].mark;
}

const HEIGHT = 16;
const margins = { top: 1, right: 1, bottom: 1, left: 1 };

/** How a span is judged from its start to its end: green is allowed, hatched frozen, dotted maintenance, grey outside windows. */
export function StateBar({ segments, range, label }: { segments: readonly Segment[]; range: Span; label: string }) {
  const look = useLook();
  const id = useId();
  return (
    <Chart label={label} height={HEIGHT + 2} margins={margins}>
      {({ width }) => (
        <>
          <KindPatterns id={id} look={look} />
          {segments.map(({ span, state }) => {
            const { x, width: wide } = extentOf(span, { range, width });
            const { mark } = look.tones[stateLooks[state].tone];
            return (
              <rect
                key={span.start}
                x={x}
                width={wide}
                height={HEIGHT}
                fill={fillOf(state, id, look)}
                stroke={mark}
                strokeWidth={1}
              />
            );
          })}
        </>
      )}
    </Chart>
  );
}
