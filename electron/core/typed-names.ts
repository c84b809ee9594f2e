import { Failure } from '../../shared/model/failure.ts';

/** Fields that hold one line which somebody types: what a thing is called. Reasons and notes may have lines. */
const NAMES: ReadonlySet<string> = new Set(['name', 'owner', 'title', 'written', 'user', 'role']);

/** Line breaks, tabs, bells and the like: they break a list, a log line and a terminal. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

function refuse(path: string): never {
  throw new Failure('BAD_INPUT', `${path} is not right: it holds a line break or another control character.`, {
    where: path,
    remedy: 'Type it in one line.',
  });
}

/** Throws BAD_INPUT where a name in a call's input is not one line of writing; space around it does not count. */
export function assertNamesInOneLine(input: unknown, path = ''): void {
  if (typeof input !== 'object' || input === null) return;
  for (const [field, value] of Object.entries(input)) {
    const place = path === '' ? field : `${path}.${field}`;
    if (typeof value !== 'string') assertNamesInOneLine(value, place);
    else if (NAMES.has(field) && CONTROL.test(value.trim())) refuse(place);
  }
}
