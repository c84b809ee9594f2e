import { describe, expect, it } from 'vitest';
import { stepAside } from '../../../../electron/core/sync/step-aside.ts';

describe('electron/core/sync/step-aside', () => {
  it('lets others have their turn', async () => {
    const order: string[] = [];
    setTimeout(() => order.push('another'), 1);
    setImmediate(() => order.push('the next turn'));

    await stepAside();

    expect(order).toContain('another');
    expect(order).toContain('the next turn');
  });
});
