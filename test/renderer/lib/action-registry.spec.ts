import { describe, expect, it } from 'vitest';
import { type Action, createActionRegistry, keysOf, matchKeys } from '../../../renderer/lib/action-registry.ts';
import type { KeyLike } from '../../../renderer/lib/keys.ts';

function action(name: string, changes: Partial<Action> = {}): Action {
  return { name, label: name, group: 'Edit', run: () => {}, ...changes };
}

function pressed(key: string, ctrlKey = false): KeyLike {
  return { key, ctrlKey, metaKey: false, shiftKey: false, altKey: false };
}

const place = { mac: false, typing: false, inDialog: false, plainKeys: true, within: [] };

describe('renderer/lib/action-registry', () => {
  it('lists what is registered, tells its listeners, and forgets it again', () => {
    const registry = createActionRegistry(() => {});
    let heard = 0;
    registry.subscribe(() => {
      heard += 1;
    });

    const forget = registry.register([action('a'), action('b')]);
    const during = registry.list().map(({ name }) => name);
    forget();

    expect([during, registry.list(), heard]).toEqual([['a', 'b'], [], 2]);
  });

  it('refuses a name that is taken, aloud, and keeps the first', () => {
    const warnings: string[] = [];
    const ran: string[] = [];
    const registry = createActionRegistry((message) => warnings.push(message));

    registry.register([action('a', { run: () => ran.push('first') })]);
    const forgetSecond = registry.register([action('a', { run: () => ran.push('second') })]);
    forgetSecond();
    registry.run('a');

    expect(warnings).toEqual(['Action refused: the action a is registered twice.']);
    expect(ran).toEqual(['first']);
  });

  it('refuses a second action on one key, aloud', () => {
    const warnings: string[] = [];
    const registry = createActionRegistry((message) => warnings.push(message));

    registry.register([action('a', { keys: ['mod+y', 'g t'] }), action('b', { keys: 'g t' })]);

    expect(warnings).toEqual(['Action refused: b and a both want the key g t.']);
    expect(registry.list().map(({ name }) => name)).toEqual(['a']);
  });

  it('runs an action by its name, but neither a disabled nor an unknown one', () => {
    const ran: string[] = [];
    const registry = createActionRegistry(() => {});
    registry.register([
      action('on', { run: () => ran.push('on') }),
      action('off', { enabled: false, run: () => ran.push('off') }),
    ]);

    expect([registry.run('on'), registry.run('off'), registry.run('none')]).toEqual([true, false, false]);
    expect(ran).toEqual(['on']);
  });

  it('gives the shortcuts of an action as a list', () => {
    expect([
      keysOf(action('a')),
      keysOf(action('a', { keys: 'x' })),
      keysOf(action('a', { keys: ['x', 'y'] })),
    ]).toEqual([[], ['x'], ['x', 'y']]);
  });

  const goTrains = action('go.trains', { keys: 'g t' });
  const undo = action('edit.undo', { keys: 'mod+z' });
  const palette = action('palette.open', { keys: 'mod+k', everywhere: true });
  const all = [goTrains, undo, palette];

  it('finds one press and a sequence of two', () => {
    expect(matchKeys(all, [pressed('z', true)], place)).toEqual({ kind: 'run', action: undo });
    expect(matchKeys(all, [pressed('g')], place)).toEqual({ kind: 'begun' });
    expect(matchKeys(all, [pressed('g'), pressed('t')], place)).toEqual({ kind: 'run', action: goTrains });
    expect(matchKeys(all, [pressed('t')], place)).toEqual({ kind: 'none' });
    expect(matchKeys(all, [pressed('g'), pressed('x')], place)).toEqual({ kind: 'none' });
    expect(matchKeys(all, [], place)).toEqual({ kind: 'none' });
  });

  it('prefers a sequence to the single key that ends it, in whatever order they were registered', () => {
    const today = action('calendar.today', { keys: 't' });

    for (const actions of [
      [goTrains, today],
      [today, goTrains],
    ]) {
      expect(matchKeys(actions, [pressed('g'), pressed('t')], place)).toEqual({ kind: 'run', action: goTrains });
      expect(matchKeys(actions, [pressed('x'), pressed('t')], place)).toEqual({ kind: 'run', action: today });
    }
  });

  it.each([
    ['typing', { typing: true }],
    ['in a dialog', { inDialog: true }],
  ])('leaves keys alone while %s, except for what works everywhere', (_where, where) => {
    expect(matchKeys(all, [pressed('z', true)], { ...place, ...where })).toEqual({ kind: 'none' });
    expect(matchKeys(all, [pressed('g'), pressed('t')], { ...place, ...where })).toEqual({ kind: 'none' });
    expect(matchKeys(all, [pressed('k', true)], { ...place, ...where })).toEqual({ kind: 'run', action: palette });
  });

  it('never runs a plain key while typing, even one that works everywhere', () => {
    const plain = action('plain', { keys: '/', everywhere: true });

    expect(matchKeys([plain], [pressed('/')], { ...place, typing: true })).toEqual({ kind: 'none' });
  });

  it('leaves plain keys alone where they are turned off (WCAG 2.1.4)', () => {
    const off = { ...place, plainKeys: false };

    expect(matchKeys(all, [pressed('g'), pressed('t')], off)).toEqual({ kind: 'none' });
    expect(matchKeys(all, [pressed('z', true)], off)).toEqual({ kind: 'run', action: undo });
  });

  it('gives the keys of an element to it while it has the focus, before others of the same press', () => {
    const back = action('go.back', { keys: 'alt+arrowleft' });
    const move = action('item.move', { keys: 'alt+arrowleft', focusIn: 'item' });
    const begin = action('item.begin', { keys: 'm', focusIn: 'item' });
    const month = action('view.month', { keys: 'v m' });
    const left = { ...pressed('ArrowLeft'), altKey: true };
    const onItem = { ...place, within: ['item', 'grid'] };
    const actions = [move, back, begin, month];

    expect(matchKeys(actions, [left], place)).toEqual({ kind: 'run', action: back });
    expect(matchKeys(actions, [left], { ...place, within: ['grid'] })).toEqual({ kind: 'run', action: back });
    expect(matchKeys(actions, [left], onItem)).toEqual({ kind: 'run', action: move });
    expect(matchKeys(actions, [pressed('m')], { ...onItem, plainKeys: false })).toEqual({ kind: 'run', action: begin });
    expect(matchKeys(actions, [pressed('v'), pressed('m')], onItem)).toEqual({ kind: 'run', action: month });
  });

  it('lets two actions share a key where only one can be done, or where they belong to different elements', () => {
    const warnings: string[] = [];
    const registry = createActionRegistry((message) => warnings.push(message));

    registry.register([
      action('open', { keys: 'enter', focusIn: 'item', enabled: false }),
      action('keep', { keys: 'enter', focusIn: 'item' }),
      action('submit', { keys: 'enter' }),
    ]);
    registry.register([action('other', { keys: 'enter', focusIn: 'item' })]);

    expect(warnings).toEqual(['Action refused: other and keep both want the key enter.']);
  });

  it('passes over a disabled action', () => {
    expect(matchKeys([{ ...undo, enabled: false }], [pressed('z', true)], place)).toEqual({ kind: 'none' });
  });
});
