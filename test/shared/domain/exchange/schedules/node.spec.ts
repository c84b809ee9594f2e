import { describe, expect, it } from 'vitest';
import { readNode } from '../../../../../shared/domain/exchange/schedules/node.ts';

describe('shared/domain/exchange/schedules/node', () => {
  it('makes a release of each line, and of its phases milestones, each until the next', () => {
    const { releases } = readNode({
      v24: {
        start: '2025-04-22',
        lts: '2025-10-28',
        maintenance: '2026-10-20',
        end: '2028-04-30',
        codename: 'Krypton',
      },
      v25: { start: '2025-10-15', maintenance: '2026-04-01', end: '2026-06-01' },
    });

    expect(releases.map(({ name, day, notes }) => [name, day, notes])).toEqual([
      ['Node.js 24', '2025-04-22', 'Code name Krypton.'],
      ['Node.js 25', '2025-10-15', null],
    ]);
    expect(releases[0]?.milestones.map(({ name, start, end }) => [name, start, end])).toEqual([
      ['Current', '2025-04-22', '2025-10-28'],
      ['Active LTS', '2025-10-28', '2026-10-20'],
      ['Maintenance', '2026-10-20', '2028-04-30'],
      ['End of life', '2028-04-30', null],
    ]);
    expect(releases[1]?.milestones.map(({ name, end }) => [name, end])).toEqual([
      ['Current', '2026-04-01'],
      ['Maintenance', '2026-06-01'],
      ['End of life', null],
    ]);
  });

  it('names a line that does not say when it starts', () => {
    expect(readNode({ v30: { start: 'soon' } })).toEqual({
      releases: [],
      leftOut: [{ name: 'v30', reason: 'has no day on which it starts' }],
    });
  });
});
