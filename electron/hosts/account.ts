import { homedir, userInfo } from 'node:os';

/** What `work` answers, or null where this machine has no entry for the account: a container may run under any number. */
function orNull(work: () => string): string | null {
  try {
    return work() || null;
  } catch {
    return null;
  }
}

/** The name that decisions of this account carry in the journal: its own, or its number where it has none. */
export function accountName(): string {
  return orNull(() => userInfo().username) ?? `account ${process.getuid?.() ?? 'without a name'}`;
}

/** The account's home folder; empty where it has none. */
export function accountHome(): string {
  return orNull(homedir) ?? orNull(() => userInfo().homedir ?? '') ?? '';
}
