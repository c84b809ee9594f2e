import { describe, expect, it } from 'vitest';
import { ticketLook } from '../../../renderer/ui/status-looks.ts';

describe('renderer/ui/status-looks', () => {
  it.each([
    ['done', 'Done', 'check'],
    ['done', "Won't Do", 'cross'],
    ['done', 'closed', 'check'],
    ['active', 'Cancelled?', 'half'],
    ['new', "Won't Do", 'circle'],
  ] as const)('draws a ticket that is %s as “%s” with a %s', (category, originalStatus, icon) => {
    expect(ticketLook({ category, originalStatus, resolution: null }).icon).toBe(icon);
  });
});
