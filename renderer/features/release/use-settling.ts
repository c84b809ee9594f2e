import { type PointerEvent, useRef, useState } from 'react';
import { hasLeft, type Point } from './pointer-rest.ts';

/**
 * After rows were put in another order, the pointer lies on the button of a row that nobody aimed at: until it moves
 * away from where it was, the rows' buttons take no pointer. Keys are not concerned.
 */
export function useSettling() {
  const [settling, setSettling] = useState(false);
  const last = useRef<Point | null>(null);
  const rest = useRef<Point | null>(null);

  return {
    settling,
    settle() {
      rest.current = last.current;
      setSettling(true);
    },
    onPointerMove({ clientX: x, clientY: y }: PointerEvent) {
      last.current = { x, y };
      if (!settling) return;
      rest.current ??= { x, y };
      if (hasLeft(rest.current, { x, y })) setSettling(false);
    },
  };
}
