import { isPlain, isPress, type KeyLike, parseKeys } from './keys.ts';

/** Where an action stands in the palette and the shortcut help, in this order. */
export const actionGroups = [
  'Go to',
  'Edit',
  'Calendar',
  'Release',
  'Train',
  'Environments',
  'What-if',
  'Sync',
  'View',
  'Help',
] as const;
export type ActionGroup = (typeof actionGroups)[number];

/** Something a person can do: menu, palette and shortcut all go through it. */
export interface Action {
  /** Unique and stable, such as `edit.undo`. */
  readonly name: string;
  readonly label: string;
  readonly group: ActionGroup;
  /** One shortcut, or several; see `parseKeys`. */
  readonly keys?: string | readonly string[] | undefined;
  /** More words by which the palette finds it. */
  readonly words?: string | undefined;
  /** What it would act on now, beside the label in the palette; nothing is found by it. */
  readonly detail?: string | undefined;
  readonly enabled?: boolean | undefined;
  /** Also works while a dialog is open or text is being typed. */
  readonly everywhere?: boolean | undefined;
  /**
   * Its keys are those of an element: they work while the focus is inside one that has this as `data-keys`, and go
   * before others of the same press there. Palette and help offer it as any other.
   */
  readonly focusIn?: string | undefined;
  /** It decides something: a key that is held down asks for it once. */
  readonly decides?: boolean | undefined;
  /** Not offered in the palette (it needs something focused first). */
  readonly hidden?: boolean | undefined;
  readonly run: () => void;
}

export interface ActionRegistry {
  readonly list: () => readonly Action[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Adds actions until the returned function is called; an action whose name or key is taken is refused aloud. */
  readonly register: (actions: readonly Action[]) => () => void;
  readonly run: (name: string) => boolean;
}

/** An action's shortcuts as a list. */
export function keysOf(action: Action): readonly string[] {
  if (action.keys === undefined) return [];
  return typeof action.keys === 'string' ? [action.keys] : action.keys;
}

/** Keeps the actions that can be done now. `warn` hears of every refusal. */
export function createActionRegistry(warn: (message: string) => void): ActionRegistry {
  const actions = new Map<string, Action>();
  const listeners = new Set<() => void>();
  let listed: readonly Action[] = [];

  function changed(): void {
    listed = [...actions.values()];
    for (const listener of listeners) listener();
  }

  function refusal(action: Action): string | null {
    if (actions.has(action.name)) return `the action ${action.name} is registered twice`;
    // What cannot be done now takes no key from what can.
    if (action.enabled === false) return null;
    for (const other of actions.values()) {
      if (other.enabled === false || other.focusIn !== action.focusIn) continue;
      const shared = keysOf(other).find((key) => keysOf(action).includes(key));
      if (shared !== undefined) return `${action.name} and ${other.name} both want the key ${shared}`;
    }
    return null;
  }

  return {
    list: () => listed,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    register(added) {
      const accepted: Action[] = [];
      for (const action of added) {
        const reason = refusal(action);
        if (reason !== null) {
          warn(`Action refused: ${reason}.`);
          continue;
        }
        actions.set(action.name, action);
        accepted.push(action);
      }
      changed();
      return () => {
        for (const action of accepted) if (actions.get(action.name) === action) actions.delete(action.name);
        changed();
      };
    },
    run(name) {
      const action = actions.get(name);
      if (action === undefined || action.enabled === false) return false;
      action.run();
      return true;
    },
  };
}

/** Where the keyboard is when a key is pressed. */
export interface KeyPlace {
  readonly typing: boolean;
  readonly inDialog: boolean;
  /** Whether shortcuts of plain characters are wanted (WCAG 2.1.4 asks that they can be turned off). */
  readonly plainKeys: boolean;
  /** The `data-keys` of the elements that the focus is inside. */
  readonly within: readonly string[];
}

export type KeyMatch =
  | { readonly kind: 'none' }
  | { readonly kind: 'begun' }
  | { readonly kind: 'run'; readonly action: Action };

function allowed(action: Action, plain: boolean, place: KeyPlace): boolean {
  if (action.enabled === false) return false;
  if (action.focusIn !== undefined && !place.within.includes(action.focusIn)) return false;
  // WCAG 2.1.4 is about keys that work wherever the focus is.
  const wanted = place.plainKeys || action.focusIn !== undefined;
  if (plain && (!wanted || place.typing)) return false;
  return action.everywhere === true || (!place.typing && !place.inDialog);
}

/**
 * Finds what the last presses (oldest first, at most two) ask for: of several, the one that takes most of them, and then
 * the one of the element that has the focus.
 */
export function matchKeys(
  actions: readonly Action[],
  recent: readonly KeyLike[],
  place: KeyPlace & { readonly mac: boolean },
): KeyMatch {
  const last = recent.at(-1);
  if (last === undefined) return { kind: 'none' };
  let begun = false;
  let found: { readonly action: Action; readonly weight: number } | null = null;
  for (const action of actions) {
    for (const keys of keysOf(action)) {
      const presses = parseKeys(keys);
      if (!allowed(action, isPlain(presses), place)) continue;
      const tail = recent.slice(-presses.length);
      const whole =
        tail.length === presses.length && presses.every((press, at) => isPress(tail[at] ?? last, press, place.mac));
      const weight = presses.length * 2 + (action.focusIn === undefined ? 0 : 1);
      if (whole && weight > (found?.weight ?? 0)) found = { action, weight };
      begun ||= presses.length > 1 && presses[0] !== undefined && isPress(last, presses[0], place.mac);
    }
  }
  if (found !== null) return { kind: 'run', action: found.action };
  return begun ? { kind: 'begun' } : { kind: 'none' };
}
