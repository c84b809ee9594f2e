import { describe, expect, it } from 'vitest';
import { windowName } from '../../../../shared/domain/integration/window-name.ts';

describe('shared/domain/integration/window-name', () => {
  it('counts steps where there are several', () => {
    expect(windowName({ step: 1, together: false }, 1)).toBe('Integration');
    expect(windowName({ step: 2, together: false }, 3)).toBe('Integration: step 2');
    expect(windowName({ step: 3, together: true }, 3)).toBe('Integration: all together');
  });
});
