/** One press, such as `mod+shift+z`; `mod` is Command on a Mac and Control elsewhere. */
export interface Press {
  readonly key: string;
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** What of a keyboard event decides which shortcut it is. */
export interface KeyLike {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

function parsePress(text: string): Press {
  // The plus key itself: `+`, or `mod++`.
  const parts = text.toLowerCase().replace(/\+$/, 'plus').split('+');
  return {
    key: parts.at(-1)?.replace('plus', '+') ?? '',
    mod: parts.includes('mod'),
    shift: parts.includes('shift'),
    alt: parts.includes('alt'),
  };
}

/** Reads a shortcut: presses joined by `+`, a sequence of two parted by a space, such as `mod+k` or `g t`. */
export function parseKeys(keys: string): readonly Press[] {
  return keys.split(' ').map(parsePress);
}

/** Whether a shortcut is made of plain characters only, which must not fire while people type. */
export function isPlain(presses: readonly Press[]): boolean {
  return presses.every((press) => !press.mod && !press.alt && press.key.length === 1);
}

/** Whether a keyboard event is this press; Shift is ignored for marks such as `?` that need it on some layouts. */
export function isPress(event: KeyLike, press: Press, mac: boolean): boolean {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const foreign = mac ? event.ctrlKey : event.metaKey;
  if (event.key.toLowerCase() !== press.key || mod !== press.mod || foreign || event.altKey !== press.alt) return false;
  const isMark = press.key.length === 1 && !/[a-z0-9]/.test(press.key);
  return isMark || event.shiftKey === press.shift;
}

const names: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  enter: 'Enter',
  escape: 'Esc',
  delete: 'Del',
  backspace: '⌫',
  home: 'Home',
  end: 'End',
  pageup: 'Page Up',
  pagedown: 'Page Down',
  ' ': 'Space',
};

/** The caps to draw for a press, in the platform's order. */
export function capsOf(press: Press, mac: boolean): readonly string[] {
  const key = names[press.key] ?? (press.key.length === 1 ? press.key.toUpperCase() : press.key);
  return [
    ...(press.mod ? [mac ? '⌘' : 'Ctrl'] : []),
    ...(press.alt ? [mac ? '⌥' : 'Alt'] : []),
    ...(press.shift ? [mac ? '⇧' : 'Shift'] : []),
    key,
  ];
}

/** The value for `aria-keyshortcuts`; a sequence has none. */
export function ariaKeys(keys: string, mac: boolean): string | undefined {
  const [press, ...more] = parseKeys(keys);
  if (press === undefined || more.length > 0) return undefined;
  const mod = mac ? 'Meta' : 'Control';
  return [press.mod ? mod : '', press.alt ? 'Alt' : '', press.shift ? 'Shift' : '', press.key]
    .filter(Boolean)
    .join('+');
}

/** Whether this browser runs on a Mac. */
export function onMac(platform: string): boolean {
  return /mac|iphone|ipad/i.test(platform);
}
