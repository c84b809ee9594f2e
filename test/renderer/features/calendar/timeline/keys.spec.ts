import { describe, expect, it } from 'vitest';
import { type Intent, ITEM_KEYS, itemActions } from '../../../../../renderer/features/calendar/timeline/keys.ts';
import { createActionRegistry, matchKeys } from '../../../../../renderer/lib/action-registry.ts';

/** What a press on an item comes to, through the registry as on the page. */
function intentOf(pressed: ReturnType<typeof press>, editing: boolean): Intent | null {
  const heard: Intent[] = [];
  const actions = itemActions({ active: true, editing }, (intent) => heard.push(intent));
  const place = { mac: false, typing: false, inDialog: false, plainKeys: true, within: [ITEM_KEYS] };
  const match = matchKeys(actions, [pressed], place);
  if (match.kind === 'run') match.action.run();
  return heard[0] ?? null;
}

function press(text: string) {
  const parts = text.split('+');
  const key = text.endsWith('+') ? '+' : (parts.at(-1) ?? '');
  const has = (name: string) => parts.includes(name);
  return { key, altKey: has('Alt'), shiftKey: has('Shift'), ctrlKey: has('Control'), metaKey: has('Meta') };
}

describe('renderer/features/calendar/timeline/keys', () => {
  it.each([
    ['ArrowRight', { kind: 'step', step: 'next' }],
    ['ArrowUp', { kind: 'step', step: 'up' }],
    ['End', { kind: 'step', step: 'last' }],
    ['Control+ArrowLeft', { kind: 'step', step: 'previous-release' }],
    ['Enter', { kind: 'open' }],
    ['m', { kind: 'begin' }],
    ['M', { kind: 'begin' }],
    ['Alt+ArrowRight', { kind: 'shift', part: 'body', direction: 1, large: false }],
    ['Alt+ArrowUp', { kind: 'shift', part: 'body', direction: -1, large: true }],
    ['Alt+Shift+ArrowRight', { kind: 'shift', part: 'end', direction: 1, large: false }],
    ['Alt+Shift+ArrowUp', { kind: 'shift', part: 'start', direction: -1, large: false }],
    ['Alt+PageUp', { kind: 'lane', direction: -1 }],
    ['PageDown', { kind: 'pan', direction: 1 }],
    ['Shift+ArrowLeft', { kind: 'pan', direction: -1 }],
    ['PageUp', { kind: 'pan', direction: -1 }],
    ['Shift+ArrowRight', { kind: 'pan', direction: 1 }],
    ['+', null],
    ['Shift+ArrowUp', null],
    ['Escape', null],
    ['Tab', null],
    ['Meta+ArrowRight', null],
    ['Control+z', null],
    ['Alt+Control+ArrowRight', null],
  ])('reads %s', (keys, intent) => {
    expect(intentOf(press(keys), false)).toEqual(intent);
  });

  it.each([
    ['ArrowLeft', { kind: 'shift', part: 'body', direction: -1, large: false }],
    ['ArrowDown', { kind: 'shift', part: 'body', direction: 1, large: true }],
    ['Shift+ArrowRight', { kind: 'shift', part: 'end', direction: 1, large: false }],
    ['Alt+ArrowLeft', { kind: 'shift', part: 'body', direction: -1, large: false }],
    ['Enter', { kind: 'keep' }],
    ['Escape', { kind: 'cancel' }],
    ['Control+ArrowLeft', null],
    ['PageDown', { kind: 'lane', direction: 1 }],
    ['m', null],
  ])('reads %s while an item is on its way', (keys, intent) => {
    expect(intentOf(press(keys), true)).toEqual(intent);
  });

  it.each([true, false])('registers every action without a clash, and none where no item is in use', (editing) => {
    const refused: string[] = [];
    const registry = createActionRegistry((message) => refused.push(message));

    registry.register(itemActions({ active: true, editing }, () => {}));

    expect(refused).toEqual([]);
    expect(itemActions({ active: false, editing }, () => {}).filter(({ enabled }) => enabled)).toEqual([]);
  });
});
