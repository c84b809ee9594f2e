import { type RefObject, useLayoutEffect, useRef } from 'react';

const CONTROLS = 'a[href], button:not(:disabled), input:not(:disabled), textarea:not(:disabled)';

function controlsOf(element: Element | null): readonly HTMLElement[] {
  return element === null ? [] : [...element.querySelectorAll<HTMLElement>(CONTROLS)];
}

/** The entries on the page. */
const entries = new WeakSet<Element>();

/** The same control of the entry after, or of the one before; where there is neither, the control nearest on the page. */
function heirOf(entry: Element, focused: Element): HTMLElement | undefined {
  const place = controlsOf(entry).findIndex((control) => control === focused);
  for (const neighbour of [entry.nextElementSibling, entry.previousElementSibling]) {
    // What else stands beside the entries, such as a button that adds one, comes after them.
    const controls = neighbour !== null && entries.has(neighbour) ? controlsOf(neighbour) : [];
    if (controls.length > 0) return controls[Math.max(0, place)] ?? controls.at(-1);
  }
  const others = controlsOf(entry.closest('[role="dialog"], main')).filter((control) => !entry.contains(control));
  const follows = (control: Element) => (entry.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  return others.find(follows) ?? others.at(-1);
}

/** For an entry of a list: where it goes away with the focus inside, the focus goes to its neighbour. */
export function useFocusHeir<E extends HTMLElement>(): RefObject<E | null> {
  const entry = useRef<E>(null);
  useLayoutEffect(() => {
    const element = entry.current;
    if (element !== null) entries.add(element);
    return () => {
      const focused = document.activeElement;
      if (element === null || focused === null || !element.contains(focused)) return;
      const heir = heirOf(element, focused);
      // Once it is gone, unless something else took the focus.
      queueMicrotask(() => {
        if (document.activeElement === document.body && heir?.isConnected === true) heir.focus();
      });
    };
  }, []);
  return entry;
}
