import type { Recent } from './shell-store.ts';

const MAX_RECENTS = 10;

/** The list with this workspace first, each file once, the oldest let go. */
export function addRecent(recents: readonly Recent[], file: string, openedAt: number): readonly Recent[] {
  const others = recents.filter((recent) => recent.file !== file);
  return [{ file, openedAt }, ...others].slice(0, MAX_RECENTS);
}
