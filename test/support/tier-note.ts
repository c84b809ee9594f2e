import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join('test-results', 'tier-notes');

/** Has `npm test` say a sentence about a tier in its closing summary, such as which runtime a tier drove. */
export function noteForTier(tier: string, name: string, note: string): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, `${tier}-${name}.json`), JSON.stringify({ tier, note }));
}
