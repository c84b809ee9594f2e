import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../renderer/lib/save-file.ts';

describe('renderer/lib/save-file', () => {
  it.each([
    ['Plan 2026-11-24.ics', 'Plan 2026-11-24.ics'],
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\plans\\a?b*.svg', 'C plans a b.svg'],
    ['Zahlungen “Herbst”.ics', 'Zahlungen “Herbst”.ics'],
    ['CON.ics', 'signalbox CON.ics'],
    ['.ics', 'ics'],
    ['...', 'signalbox'],
    ['  ', 'signalbox'],
    ['plan\u202Efdp.ics', 'plan fdp.ics'],
    ['line\nbreak\u0000.csv', 'line break.csv'],
  ])('%j is kept as %j', (name, kept) => {
    expect(safeFileName(name)).toBe(kept);
  });

  it('cuts a long name and keeps its extension', () => {
    expect(safeFileName(`${'a'.repeat(500)}.pdf`)).toBe(`${'a'.repeat(120)}.pdf`);
  });
});
