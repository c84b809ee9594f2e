import Box from '@mui/material/Box';
import { type ReactNode, useState } from 'react';
import { fontFamily } from '../tokens.ts';
import { useWidth } from './use-width.ts';

/** The room that axes and labels take around what is drawn, in pixels. */
export interface Margins {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The inner room of a chart, in pixels: `width` and `height` without the margins. */
export interface ChartRoom {
  readonly width: number;
  readonly height: number;
}

export interface ChartProps {
  /** What the drawing shows, for those who do not see it; the same facts stand in a table or list beside it. */
  readonly label: string;
  /** The height of the whole drawing in pixels. */
  readonly height: number;
  readonly margins?: Margins | undefined;
  /** Whether elements in the drawing take keys and presses; otherwise it is one picture. */
  readonly interactive?: boolean | undefined;
  /** Under this many pixels it scrolls rather than shrinks. */
  readonly leastWidth?: number | undefined;
  /** Draws in the inner room; the origin is its upper left corner. */
  readonly children: (room: ChartRoom) => ReactNode;
}

const usualMargins: Margins = { top: 12, right: 16, bottom: 38, left: 44 };
const LEAST_WIDTH = 280;

/** A drawing that is as wide as its place. */
export function Chart(props: ChartProps) {
  const { label, height, margins = usualMargins, interactive = false, leastWidth = LEAST_WIDTH, children } = props;
  const [element, setElement] = useState<HTMLElement | null>(null);
  const width = Math.max(leastWidth, useWidth(element));
  const room = {
    width: width - margins.left - margins.right,
    height: height - margins.top - margins.bottom,
  };
  return (
    <Box ref={setElement} sx={{ minHeight: height, overflowX: 'auto', overflowY: 'hidden' }}>
      {element !== null && (
        <svg
          role={interactive ? 'group' : 'img'}
          aria-label={label}
          width={width}
          height={height}
          style={{ display: 'block', fontFamily }}
        >
          <g transform={`translate(${margins.left} ${margins.top})`}>{children(room)}</g>
        </svg>
      )}
    </Box>
  );
}
