import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { embedHelp, inShort } from '../../../scripts/readme/embed-help.ts';

const HELP =
  '# Trains\n\nText.\n\n## In short\n\n1. Do [this](15-connections.md).\n2. Then that.\n\n## More\n\nText.\n';

describe('scripts/readme/embed-help', () => {
  it('takes the list, with links that work from the root', () => {
    expect(inShort(HELP)).toBe('1. Do [this](resources/help/15-connections.md).\n2. Then that.');
  });

  it('refuses a help text without a list', () => {
    expect(() => inShort('# Trains\n\nText.\n')).toThrow('In short');
  });

  it('fills each block, and fills it again', () => {
    const text = 'a\n<!-- in short: 03-trains -->\nold\n<!-- end -->\nb\n';
    const filled = embedHelp(text, () => HELP);

    expect(filled).toBe(
      'a\n<!-- in short: 03-trains -->\n1. Do [this](resources/help/15-connections.md).\n2. Then that.\n<!-- end -->\nb\n',
    );
    expect(embedHelp(filled, () => HELP)).toBe(filled);
  });
});

describe('README.md', () => {
  it('says of the main tasks what the help says; `node scripts/run.mjs readme` brings it there', () => {
    const readme = readFileSync('README.md', 'utf8');

    expect(readme).toContain('<!-- in short: ');
    expect(embedHelp(readme, (name) => readFileSync(`resources/help/${name}.md`, 'utf8'))).toBe(readme);
  });
});
