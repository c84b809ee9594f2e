import { describe, expect, it } from 'vitest';
import { createStatusReader } from '../../../../../electron/core/connectors/_kit/statuses.ts';

describe('electron/core/connectors/_kit/statuses', () => {
  const read = createStatusReader({
    statuses: [
      { pattern: 'waiting*', category: 'waiting' },
      { pattern: '*review*', category: 'active' },
      { pattern: 'Waiting for nobody', category: 'done' },
    ],
    productionEnvironments: [],
    deploymentJobs: [],
  });

  it.each([
    ['Waiting for QA', 'active', 'waiting'],
    ['In Review', 'new', 'active'],
    ['Waiting for nobody', 'new', 'waiting'],
    ['Open', 'new', 'new'],
    ['Open', 'done', 'done'],
    ['', 'active', 'active'],
  ] as const)('reads %s, which the provider calls %s, as %s', (status, said, category) => {
    expect(read(status, said)).toBe(category);
    expect(read(status, said)).toBe(category);
  });
});
