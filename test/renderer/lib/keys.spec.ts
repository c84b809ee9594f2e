import { describe, expect, it } from 'vitest';
import { ariaKeys, capsOf, isPlain, isPress, type KeyLike, onMac, parseKeys } from '../../../renderer/lib/keys.ts';

function pressed(key: string, held: Partial<Omit<KeyLike, 'key'>> = {}): KeyLike {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

describe('renderer/lib/keys', () => {
  it('reads presses joined by + and sequences parted by a space', () => {
    expect(parseKeys('mod+shift+z')).toEqual([{ key: 'z', mod: true, shift: true, alt: false }]);
    expect(parseKeys('+')).toEqual([{ key: '+', mod: false, shift: false, alt: false }]);
    expect(parseKeys('mod++')).toEqual([{ key: '+', mod: true, shift: false, alt: false }]);
    expect(parseKeys('g t').map((press) => press.key)).toEqual(['g', 't']);
  });

  it.each([
    ['g t', true],
    ['?', true],
    ['mod+k', false],
    ['alt+arrowleft', false],
    ['escape', false],
  ])('says whether %s is made of plain characters: %s', (keys, plain) => {
    expect(isPlain(parseKeys(keys))).toBe(plain);
  });

  it.each([
    ['mod+k', pressed('k', { ctrlKey: true }), false, true],
    ['mod+k', pressed('K', { ctrlKey: true }), false, true],
    ['mod+k', pressed('k', { metaKey: true }), true, true],
    ['mod+k', pressed('k', { ctrlKey: true }), true, false],
    ['mod+k', pressed('k'), false, false],
    ['mod+z', pressed('z', { ctrlKey: true, shiftKey: true }), false, false],
    ['mod+shift+z', pressed('Z', { ctrlKey: true, shiftKey: true }), false, true],
    ['?', pressed('?', { shiftKey: true }), false, true],
    ['+', pressed('+', { shiftKey: true }), false, true],
    ['?', pressed('?'), false, true],
    ['g', pressed('g', { altKey: true }), false, false],
    ['alt+arrowleft', pressed('ArrowLeft', { altKey: true }), false, true],
  ])('compares %s with a press (case %#)', (keys, event, mac, same) => {
    const [press] = parseKeys(keys);

    expect(press && isPress(event, press, mac)).toBe(same);
  });

  it.each([
    ['mod+shift+z', false, ['Ctrl', 'Shift', 'Z']],
    ['mod+shift+z', true, ['⌘', '⇧', 'Z']],
    ['alt+arrowleft', false, ['Alt', '←']],
    ['escape', false, ['Esc']],
  ])('draws %s (on a Mac: %s) as %j', (keys, mac, caps) => {
    const [press] = parseKeys(keys);

    expect(press && capsOf(press, mac)).toEqual(caps);
  });

  it('writes aria-keyshortcuts for one press and nothing for a sequence', () => {
    expect([ariaKeys('mod+k', false), ariaKeys('mod+k', true), ariaKeys('g t', false)]).toEqual([
      'Control+k',
      'Meta+k',
      undefined,
    ]);
  });

  it.each([
    ['MacIntel', true],
    ['iPhone', true],
    ['Linux x86_64', false],
    ['Win32', false],
  ])('knows whether %s is a Mac: %s', (platform, mac) => {
    expect(onMac(platform)).toBe(mac);
  });
});
