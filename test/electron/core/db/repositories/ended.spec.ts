import { describe, expect, it } from 'vitest';
import { ended } from '../../../../../electron/core/db/repositories/ended.ts';

describe('electron/core/db/repositories/ended', () => {
  it('keeps what came to an end, and says what ended undone', () => {
    const rows = [
      { key: 'PAY-1', category: 'done', originalStatus: 'Done', resolution: 'Fixed' },
      { key: 'PAY-2', category: 'done', originalStatus: "Won't Do", resolution: null },
      { key: 'PAY-4', category: 'done', originalStatus: 'Done', resolution: 'Duplicate' },
      // A rule of the user's says that what is closed here is not done.
      { key: 'PAY-3', category: 'waiting', originalStatus: 'closed', resolution: "Won't Do" },
    ] as const;

    expect(ended(rows)).toEqual([
      { key: 'PAY-1', undone: false },
      { key: 'PAY-2', undone: true },
      { key: 'PAY-4', undone: true },
    ]);
  });
});
