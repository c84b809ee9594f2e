import { createHash } from 'node:crypto';
import type { FactKind } from '../../../../shared/model/facts.ts';
import type { ConnectionId, FactId } from '../../../../shared/model/ids.ts';

const LONGEST = 200;

/**
 * A fact's id, `<connection id>:<kind>:<key>`, the same on every sync. White space and control characters of
 * the key are percent-encoded; an id that would be over 200 characters ends in a hash of its whole key.
 */
export function factId(connectionId: ConnectionId, kind: FactKind, key: string): FactId {
  const clean = key.replace(/[\s\p{C}%]/gu, (character) =>
    [...Buffer.from(character, 'utf8')].map((byte) => `%${byte.toString(16).padStart(2, '0').toUpperCase()}`).join(''),
  );
  const id = `${connectionId}:${kind}:${clean}`;
  if (id.length <= LONGEST) return id as FactId;
  const hash = createHash('sha256').update(key, 'utf8').digest('hex').slice(0, 32);
  return `${id.slice(0, LONGEST - 33)}~${hash}` as FactId;
}
