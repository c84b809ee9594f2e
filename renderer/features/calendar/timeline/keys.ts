import type { Action } from '../../../lib/action-registry.ts';
import type { HitPart } from './hit-test.ts';
import type { Step } from './roving.ts';

/** What is asked of the timeline for the item in use. */
export type Intent =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'open' }
  | { readonly kind: 'legal' }
  | { readonly kind: 'begin' }
  | { readonly kind: 'shift'; readonly part: HitPart; readonly direction: 1 | -1; readonly large: boolean }
  | { readonly kind: 'lane'; readonly direction: 1 | -1 }
  | { readonly kind: 'keep' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'pan'; readonly direction: 1 | -1 };

/** The `data-keys` of an item of the timeline. */
export const ITEM_KEYS = 'timeline-item';

interface ItemAction {
  readonly name: string;
  readonly label: string;
  readonly keys: readonly string[];
  /** Keys that mean it too while the item is on its way. */
  readonly editingKeys?: readonly string[];
  readonly when: 'at rest' | 'on its way' | 'always';
  readonly intent: Intent;
  readonly hidden?: boolean;
  readonly decides?: boolean;
}

function step(name: Step, label: string, key: string): ItemAction {
  return { name, label, keys: [key], when: 'at rest', intent: { kind: 'step', step: name } };
}

/** Alt moves, Alt and Shift resize; while the item is on its way, Alt may be left out. */
function move(name: string, label: string, keys: string, intent: Intent): ItemAction {
  return { name, label, keys: [`alt+${keys}`], editingKeys: [keys], when: 'always', intent };
}

function shift(
  name: string,
  label: string,
  { keys, ...how }: Omit<Intent & { kind: 'shift' }, 'kind'> & { keys: string },
): ItemAction {
  return move(name, label, keys, { kind: 'shift', ...how });
}

const table: readonly ItemAction[] = [
  step('previous', 'Item before', 'arrowleft'),
  step('next', 'Item after', 'arrowright'),
  step('up', 'Item of the lane above', 'arrowup'),
  step('down', 'Item of the lane below', 'arrowdown'),
  step('previous-release', 'Release before', 'mod+arrowleft'),
  step('next-release', 'Release after', 'mod+arrowright'),
  step('first', 'First item of the lane', 'home'),
  step('last', 'Last item of the lane', 'end'),
  { name: 'open', label: 'Open the item', keys: ['enter'], when: 'at rest', intent: { kind: 'open' } },
  { name: 'legal', label: 'First legal slot of the item', keys: ['f'], when: 'at rest', intent: { kind: 'legal' } },
  { name: 'begin', label: 'Begin to move the item', keys: ['m'], when: 'at rest', intent: { kind: 'begin' } },
  shift('earlier', 'Move the item earlier', { keys: 'arrowleft', part: 'body', direction: -1, large: false }),
  shift('later', 'Move the item later', { keys: 'arrowright', part: 'body', direction: 1, large: false }),
  shift('much-earlier', 'Move the item much earlier', { keys: 'arrowup', part: 'body', direction: -1, large: true }),
  shift('much-later', 'Move the item much later', { keys: 'arrowdown', part: 'body', direction: 1, large: true }),
  shift('end-earlier', 'Move its end earlier', { keys: 'shift+arrowleft', part: 'end', direction: -1, large: false }),
  shift('end-later', 'Move its end later', { keys: 'shift+arrowright', part: 'end', direction: 1, large: false }),
  shift('start-earlier', 'Move its start earlier', {
    keys: 'shift+arrowup',
    part: 'start',
    direction: -1,
    large: false,
  }),
  shift('start-later', 'Move its start later', { keys: 'shift+arrowdown', part: 'start', direction: 1, large: false }),
  move('lane-above', 'Move the booking to the lane above', 'pageup', { kind: 'lane', direction: -1 }),
  move('lane-below', 'Move the booking to the lane below', 'pagedown', { kind: 'lane', direction: 1 }),
  {
    name: 'keep',
    label: 'Keep the item there',
    keys: ['enter'],
    when: 'on its way',
    intent: { kind: 'keep' },
    decides: true,
  },
  { name: 'cancel', label: 'Put the item back', keys: ['escape'], when: 'on its way', intent: { kind: 'cancel' } },
  {
    name: 'pan-earlier',
    label: 'Earlier in time',
    keys: ['pageup', 'shift+arrowleft'],
    when: 'at rest',
    intent: { kind: 'pan', direction: -1 },
    hidden: true,
  },
  {
    name: 'pan-later',
    label: 'Later in time',
    keys: ['pagedown', 'shift+arrowright'],
    when: 'at rest',
    intent: { kind: 'pan', direction: 1 },
    hidden: true,
  },
];

/** What can be done by keys with the item in use; `active` where there is one, `editing` while it is on its way. */
export function itemActions(
  { active, editing }: { readonly active: boolean; readonly editing: boolean },
  obey: (intent: Intent) => void,
): readonly Action[] {
  return table.map(({ name, label, keys, editingKeys = [], when, intent, hidden, decides }) => ({
    name: `calendar.item.${name}`,
    label,
    group: 'Calendar',
    keys: editing ? [...keys, ...editingKeys] : keys,
    words: 'timeline',
    enabled: active && (when === 'always' || (when === 'on its way') === editing),
    focusIn: ITEM_KEYS,
    hidden,
    decides,
    run: () => obey(intent),
  }));
}
