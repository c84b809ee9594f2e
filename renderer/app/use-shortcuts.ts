import { useEffect } from 'react';
import { matchKeys } from '../lib/action-registry.ts';
import { actionRegistry } from '../lib/actions.ts';
import { type KeyLike, onMac } from '../lib/keys.ts';
import { useSettings } from '../lib/use-settings.ts';

/** The second press of a sequence must follow the first within this time (milliseconds). */
const SEQUENCE = 1_200;

const textTypes: readonly string[] = [
  'text',
  'search',
  'url',
  'email',
  'password',
  'number',
  'date',
  'time',
  'datetime-local',
  'tel',
];

/** Whether keys pressed on an element are meant as text, or as a choice in an open list. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return textTypes.includes(target.type);
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable)
    return true;
  return target.closest('[role="listbox"], [role="menu"], [role="combobox"]') !== null;
}

/** The `data-keys` of an element and of those around it. */
function scopesOf(target: EventTarget | null): readonly string[] {
  const scopes: string[] = [];
  for (let at = target instanceof Element ? target : null; at !== null; at = at.parentElement) {
    const scope = at.getAttribute('data-keys');
    if (scope !== null) scopes.push(scope);
  }
  return scopes;
}

/** Listens for the shortcuts of every registered action. */
export function useShortcuts(): void {
  const plainKeys = useSettings()?.singleKeys ?? true;

  useEffect(() => {
    const mac = onMac(navigator.platform);
    let recent: ReadonlyArray<{ readonly press: KeyLike; readonly at: number }> = [];

    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || ['Control', 'Meta', 'Shift', 'Alt'].includes(event.key))
        return;
      recent = [
        ...recent.filter((one) => event.timeStamp - one.at < SEQUENCE),
        { press: event, at: event.timeStamp },
      ].slice(-2);
      const place = {
        mac,
        plainKeys,
        typing: isTyping(event.target),
        within: scopesOf(event.target),
        inDialog: event.target instanceof HTMLElement && event.target.closest('[role="dialog"]') !== null,
      };
      const match = matchKeys(
        actionRegistry.list(),
        recent.map((one) => one.press),
        place,
      );
      if (match.kind === 'begun') event.preventDefault();
      if (match.kind !== 'run') return;
      event.preventDefault();
      recent = [];
      if (event.repeat && match.action.decides === true) return;
      actionRegistry.run(match.action.name);
    }

    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [plainKeys]);
}
