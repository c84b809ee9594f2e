import { useEffect, useState } from 'react';
import { hasLeft, type Point } from './pointer-rest.ts';

/**
 * After rows were put in another order, the pointer lies on the button of a row that nobody aimed at: until it moves
 * away from where it was pressed, the rows' buttons take no pointer. Keys are not concerned.
 */
export function useSettling() {
  const [rest, setRest] = useState<Point | null>(null);

  useEffect(() => {
    if (rest === null) return;
    function onMove({ clientX: x, clientY: y }: PointerEvent): void {
      if (rest !== null && hasLeft(rest, { x, y })) setRest(null);
    }
    window.addEventListener('pointermove', onMove);
    return () => window.removeEventListener('pointermove', onMove);
  }, [rest]);

  return { settling: rest !== null, settle: setRest };
}
