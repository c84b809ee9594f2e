import { existsSync, globSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../../scripts/check/checks.ts';

describe('scripts/check/checks', () => {
  const words = CHECKS.flatMap((check) => check.args);

  it('runs every rule of test/lint', () => {
    const specs = readdirSync('test/lint').filter((name) => name.endsWith('.spec.ts'));

    expect(specs.filter((name) => !words.includes(`test/lint/${name}`))).toEqual([]);
  });

  it('compiles every layer that has a tsconfig', () => {
    const configs = globSync(['*/tsconfig.json', 'electron/*/tsconfig.json']);

    expect(configs.filter((config) => !words.includes(config))).toEqual([]);
  });

  it('names programs that are there', () => {
    expect(CHECKS.filter((check) => !existsSync(check.script))).toEqual([]);
  });
});
