/** What JavaScript itself, promises and inspectors ask of any object. */
const ASKED_OF_ANYTHING = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  'inspect',
  'asymmetricMatch',
  'nodeType',
  'default',
]);

/**
 * The object, with a refusal by name for everything that it does not have: an application that uses more of Electron
 * than is stood in for must fail loudly here, not seem to work.
 */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get: (object, key) => {
      if (typeof key === 'symbol' || key in object || ASKED_OF_ANYTHING.has(key))
        return Reflect.get(object, key, object);
      throw new Error(`electron stand-in: ${name}.${key} is not stood in for`);
    },
  });
}

/** An event as Electron hands it to listeners: it can be prevented, and says whether it was. */
export interface PreventableEvent {
  readonly preventDefault: () => void;
  readonly defaultPrevented: boolean;
}

export function preventable<T extends object>(details: T): T & PreventableEvent {
  let prevented = false;
  return Object.defineProperties({ ...details } as T & PreventableEvent, {
    preventDefault: {
      value: () => {
        prevented = true;
      },
    },
    defaultPrevented: { get: () => prevented },
  });
}
