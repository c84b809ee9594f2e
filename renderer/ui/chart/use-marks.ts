import { type KeyboardEvent, useRef, useState } from 'react';

/** What a mark of a chart takes to be reached by keys; given to its `g`. */
export interface MarkProps {
  readonly role: 'button';
  readonly tabIndex: 0 | -1;
  readonly 'aria-label': string;
  readonly 'aria-pressed': boolean;
  readonly ref: (element: SVGGElement | null) => void;
  readonly onFocus: () => void;
  readonly onClick: () => void;
  readonly onKeyDown: (event: KeyboardEvent<SVGGElement>) => void;
}

/** A mark: its words for those who do not see it, whether it is the open one, and what opening does. */
export interface Mark {
  readonly label: string;
  readonly open: boolean;
  readonly onOpen: () => void;
}

function stepOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(count - 1, at + 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'Home') return 0;
  return key === 'End' ? count - 1 : null;
}

/**
 * Marks of a chart as one stop of Tab: arrows, Home and End walk them in order, Enter or Space opens the one in focus.
 * A mark that was given up (the marks became fewer) leaves its stop to the last one.
 */
export function useMarks(marks: readonly Mark[]): (index: number) => MarkProps {
  const elements = useRef(new Map<number, SVGGElement>());
  const [wanted, setWanted] = useState(0);
  const active = Math.min(wanted, marks.length - 1);

  function onKeyDown(event: KeyboardEvent<SVGGElement>, index: number): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      marks[index]?.onOpen();
      return;
    }
    const next = stepOf(event.key, index, marks.length);
    if (next === null) return;
    event.preventDefault();
    setWanted(next);
    elements.current.get(next)?.focus();
  }

  return (index) => ({
    role: 'button',
    tabIndex: index === active ? 0 : -1,
    'aria-label': marks[index]?.label ?? '',
    'aria-pressed': marks[index]?.open ?? false,
    ref: (element) => {
      if (element === null) elements.current.delete(index);
      else elements.current.set(index, element);
    },
    onFocus: () => setWanted(index),
    onClick: () => marks[index]?.onOpen(),
    onKeyDown: (event) => onKeyDown(event, index),
  });
}
