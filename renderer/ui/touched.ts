import { createContext, useContext } from 'react';

/** What a field calls when a person changed it and no event of the browser tells the form so. */
export const TouchedContext = createContext<() => void>(() => undefined);

/** Tells the form around a field that a person changed it. */
export function useTouch(): () => void {
  return useContext(TouchedContext);
}
