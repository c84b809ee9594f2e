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

  it.each([17, 15])('reads each minute of a day as it is shown, written with %i digits', async (digits) => {
    const minutes = Array.from({ length: 1_440 }, (_, minute) => minute);
    const serials = minutes.map((minute) => ({ serial: (46_365 + minute / 1_440).toPrecision(digits) }));

    const [sheet] = await readXlsx(workbook({ Plan: [['At'], ...serials.map((serial) => [serial])] }));

    const two = (value: number) => String(value).padStart(2, '0');
    const shown = minutes.slice(1).map((minute) => `2026-12-09T${two(Math.floor(minute / 60))}:${two(minute % 60)}`);
    expect(sheet?.table.rows.map(({ cells }) => cells[0])).toEqual(['2026-12-09', ...shown]);
  });

  it('reads a workbook that is larger than its reader unpacks by itself', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      `Release ${index} ${'é'.repeat(20)}`,
      { serial: 46_085 },
    ]);

    const [sheet] = await readXlsx(workbook({ Plan: [['Release', 'Day'], ...rows] }));

    expect(sheet?.table.rows).toHaveLength(20_000);
  });

  const CELL = 't="inlineStr"><is><t>x</t></is>';

  it.each([
    ['a column', `<row r="1"><c r="XFD1" ${CELL}</c></row>`],
    ['a column, other quotes', `<row r='1'><c r='XFD1' ${CELL}</c></row>`],
    ['a column, spaces', `<row r="1"><c\nr = "XFD1" ${CELL}</c></row>`],
    ['a column, prefixed', `<x:row r="1"><x:c x:r='XFD1' ${CELL}</x:c></x:row>`],
    ['a column, behind an angle', `<row r="1"><c s='<>' r='XFD1' ${CELL}</c></row>`],
    ['a column, behind a comment', `<!-- r=" --><row r="1"><c r='XFD1' ${CELL}</c></row>`],
    ['a column, escaped', `<row r="1"><c r="&#88;F&#x44;1" ${CELL}</c></row>`],
    ['a column, small letters', `<row r="1"><c r="zz1" ${CELL}</c></row>`],
    ['a column, with a quote in it', `<row r="1"><c r="XFD'1" ${CELL}</c></row>`],
    ['a row', `<row r='150000'><c r='A150000' ${CELL}</c></row>`],
    ['a row by its cell', `<row><c r='A150000' ${CELL}</c></row>`],
    ['a row, counted otherwise', `<row r="1e9"><c r="A1e9" ${CELL}</c></row>`],
    ['a row without end', `<row r="Infinity"><c r="A1" ${CELL}</c></row>`],
    ['rows without a number', `${'<row/>'.repeat(100_200)}<row><c r="A100201" ${CELL}</c></row>`],
    [
      'both, each within bounds',
      `<row r="1"><c r="GR1" ${CELL}</c></row><row r="99999"><c r="A99999" ${CELL}</c></row>`,
    ],
  ])('refuses a sheet that reaches far out before anything is made of it: %s', async (_what, rows) => {
    const parts = workbookParts({ Plan: [['a']] }).map((part) => ({
      ...part,
      text: part.text.replace(/(<sheetData>).*(<\/sheetData>)/, `$1${rows}$2`),
    }));

    await expect(readXlsx(zipOf(parts))).rejects.toMatchObject({
      code: 'TOO_LARGE',
      message: expect.stringMatching(/^The sheets? (reaches to|has|have room)/),
    });
  });

  it('refuses it also where the sheet lies somewhere else', async () => {
    const parts = workbookParts({ Plan: [[{ xml: '<c r="XFD1" t="inlineStr"><is><t>x</t></is></c>' }]] }).map(
      ({ name, text }) => ({
        name: name.replace('worksheets/', 'elsewhere/'),
        text: text.replace('worksheets/', 'elsewhere/'),
      }),
    );

    await expect(readXlsx(zipOf(parts))).rejects.toMatchObject({
      code: 'TOO_LARGE',
      message: expect.stringMatching(/^The sheet reaches to/),
    });
  });

  it('reads a text that speaks of places, whatever it says, when it stands where texts stand', async () => {
    const shared = '<sst><si><t>r="XFD1048576"</t></si></sst>';
    const parts = [
      ...workbookParts({ Plan: [[{ xml: '<c r="{r}" t="s"><v>0</v></c>' }], ['b']] }),
      { name: 'xl/sharedStrings.xml', text: shared },
    ];

    const [sheet] = await readXlsx(zipOf(parts));

    expect(sheet?.table.headers).toEqual(['r="XFD1048576"']);
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
