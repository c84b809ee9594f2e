/** One check of the sources: a program that ends with 0 where all is well. */
export interface Check {
  readonly name: string;
  /** What holds when it passes, for people. */
  readonly holds: string;
  readonly script: string;
  readonly args: readonly string[];
}

const TSC = 'node_modules/typescript/bin/tsc';
const VITEST = 'node_modules/vitest/vitest.mjs';

function types(layer: string, holds: string): Check {
  return { name: `types: ${layer}`, holds, script: TSC, args: ['-p', `${layer}/tsconfig.json`] };
}

function rule(name: string, holds: string): Check {
  return {
    name: `rule: ${name}`,
    holds,
    script: VITEST,
    args: ['run', '--project', 'unit', `test/lint/${name}.spec.ts`],
  };
}

/** Every check, those that people break most often first. */
export const CHECKS: readonly Check[] = [
  {
    name: 'format',
    holds: 'one way of writing, imports in order (npm run format mends it)',
    script: 'node_modules/@biomejs/biome/bin/biome',
    args: ['check', '.'],
  },
  {
    name: 'lint',
    holds: 'no file over 400 lines, no any, no clock in the domain, and what .oxlintrc.json says',
    script: 'node_modules/oxlint/bin/oxlint',
    args: ['--deny-warnings'],
  },
  types('shared', 'runs anywhere: no Node, no page, no timers'),
  types('electron', 'plain Node'),
  types('electron/preload', 'the preload'),
  types('renderer', 'the page'),
  types('test', 'tests and scripts'),
  rule('imports', 'each layer imports what it may, no ring, no sibling'),
  rule('mirror', 'a spec for each source, a source for each spec'),
  rule('raw-sql', 'SQL in the store alone, values apart from it'),
  rule('hidden-failures', 'no failed answer is shown as an empty list'),
  rule('names', 'schemas and types are named for what they are'),
  rule('contract', 'every procedure says its kind and what it does'),
  rule('text-hygiene', 'kebab-case names; no path, secret or unfinished work'),
  rule('lockfile', 'complete for every platform, exact versions, no host'),
  rule('documents', 'no link to nothing; a reason for every package'),
  rule('tools', 'the linter, formatter and compiler find planted faults'),
  {
    name: 'unused',
    holds: 'no file, export or dependency that nothing uses',
    script: 'node_modules/knip/bin/knip.js',
    args: ['--no-progress'],
  },
];
