import { createHash } from 'node:crypto';
import type { FactKind } from '../../../../shared/model/facts.ts';
import type { ConnectionId, FactId } from '../../../../shared/model/ids.ts';

const LONGEST = 200;
const HASH_LENGTH = 32;

/** Nearly every key: printable ASCII without a space or a percent sign. */
const PLAIN = /^[!-$&-~]*$/;

function encoded(character: string): string {
  // Half of a surrogate pair is no character and has no bytes in UTF-8.
  if (!character.isWellFormed()) return `%u${character.charCodeAt(0).toString(16).toUpperCase()}`;
  const bytes = [...Buffer.from(character, 'utf8')];
  return bytes.map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join('');
}

/**
 * A fact's id, `<connection id>:<kind>:<key>`, the same on every sync. White space, percent signs and what cannot
 * be printed are percent-encoded; an id that would be over 200 characters ends in a hash of its whole key.
 */
export function factId(connectionId: ConnectionId, kind: FactKind, key: string): FactId {
  const clean = PLAIN.test(key) ? key : key.replace(/[\s\p{C}%]/gu, encoded);
  const id = `${connectionId}:${kind}:${clean}`;
  if (id.length <= LONGEST) return id as FactId;
  const hash = createHash('sha256').update(clean, 'utf8').digest('hex').slice(0, HASH_LENGTH);
  const start = id.slice(0, LONGEST - HASH_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${start}~${hash}` as FactId;
}
