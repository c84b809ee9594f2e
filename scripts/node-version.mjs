// Plain JavaScript that any Node can read: which Node the program asks for. `engines` in package.json says it, once.
import { readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** The oldest Node that runs the program, such as 22.18. */
export const OLDEST_NODE = engines.node.replace('>=', '');

export function isTooOld(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [oldest, oldestMinor] = OLDEST_NODE.split('.').map(Number);
  return major < oldest || (major === oldest && minor < oldestMinor);
}
