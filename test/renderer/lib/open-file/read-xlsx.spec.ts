import { describe, expect, it } from 'vitest';
import { readXlsx } from '../../../../renderer/lib/open-file/read-xlsx.ts';
import { type SheetCell, workbook, workbookParts, zipOf } from '../../../support/workbook.ts';

const FORMULA: SheetCell = { xml: '<c r="{r}" t="str"><f>HYPERLINK("http://x")</f><v>shown</v></c>' };

describe('renderer/lib/open-file/read-xlsx', () => {
  it('reads the sheets that have rows: text, numbers, days, and of formulas what was last shown', async () => {
    const bytes = workbook({
      Plan: [
        ['Release', 'Day', 'Count', 'Link'],
        ['R1', { serial: 46_085 }, { xml: '<c r="{r}"><v>4.5</v></c>' }, FORMULA],
        ['R2', { serial: 46_085.75 }],
      ],
      Empty: [],
    });

    const sheets = await readXlsx(bytes);

    expect(sheets).toEqual([
      {
        name: 'Plan',
        table: {
          headers: ['Release', 'Day', 'Count', 'Link'],
          rows: [
            { line: 2, cells: ['R1', '2026-03-04', '4.5', 'shown'] },
            { line: 3, cells: ['R2', '2026-03-04T18:00', '', ''] },
          ],
          serialDays: true,
        },
      },
    ]);
  });

  it('reads a workbook that is larger than its reader unpacks by itself', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      `Release ${index} ${'é'.repeat(20)}`,
      { serial: 46_085 },
    ]);

    const [sheet] = await readXlsx(workbook({ Plan: [['Release', 'Day'], ...rows] }));

    expect(sheet?.table.rows).toHaveLength(20_000);
  });

  it('refuses a cell that lies far out, before anything is made of it', async () => {
    const far = workbook({ Plan: [[{ xml: '<c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c>' }]] });

    await expect(readXlsx(far)).rejects.toMatchObject({ code: 'TOO_LARGE', message: /column XFD/ as never });
  });

  it.each([
    ['a workbook without sheets', zipOf(workbookParts({}))],
    ['a workbook whose sheets are empty', workbook({ Plan: [] })],
    ['an archive of something else', zipOf([{ name: 'readme.xml', text: 'hello' }])],
    ['markup that is none', zipOf(workbookParts({ Plan: [['a']] }).map((part) => ({ ...part, text: '<<<>' })))],
  ])('refuses %s in words', async (_what, bytes) => {
    await expect(readXlsx(bytes)).rejects.toMatchObject({ code: 'BAD_INPUT', remedy: expect.any(String) });
  });
});
