import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type Action, createActionRegistry } from './action-registry.ts';

export type { Action } from './action-registry.ts';

/** The one registry of this page: menu, palette, shortcuts and shortcut help are made from it. */
export const actionRegistry = createActionRegistry((message) => console.warn(message));

/** Every action that can be done now. */
export function useActionList(): readonly Action[] {
  return useSyncExternalStore(actionRegistry.subscribe, actionRegistry.list);
}

function shapeOf(action: Action): string {
  return JSON.stringify([
    action.name,
    action.label,
    action.group,
    action.keys,
    action.words,
    action.enabled,
    action.everywhere,
    action.focusIn,
    action.hidden,
    action.decides,
  ]);
}

/**
 * Registers actions while the calling component is mounted. `run` is always the newest one; the registry changes only
 * when a name, label, key or `enabled` does.
 */
export function useActions(actions: readonly Action[]): void {
  const newest = useRef(actions);
  useEffect(() => {
    newest.current = actions;
  });
  const shape = actions.map(shapeOf).join();

  // `shape` stands for the whole list.
  useEffect(
    () =>
      actionRegistry.register(
        newest.current.map((action) => ({
          ...action,
          run: () => newest.current.find((one) => one.name === action.name)?.run(),
        })),
      ),
    [shape],
  );
}
