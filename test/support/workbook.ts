import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive; its sizes may be said to be others than they are. */
export interface Part {
  readonly name: string;
  readonly text: string;
  readonly claimedSize?: number;
}

/** Writes a ZIP archive as other programs do: compressed, with checksums. */
export function zipOf(parts: readonly Part[]): Uint8Array<ArrayBuffer> {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, text, claimedSize } of parts) {
    const plain = Buffer.from(text);
    const packed = deflateRawSync(plain);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(8, 4);
    fields.writeUInt32LE(crc32(plain), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(claimedSize ?? plain.length, 18);
    fields.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\0'), fields, rest, Buffer.from(name)]));
    files.push(local);
    at += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...files, ...directory, end]));
}

/** A cell of SpreadsheetML: a text, a day's serial number (with its digits as a program wrote them), or markup of its own. */
export type SheetCell = string | { readonly serial: number | string } | { readonly xml: string };

function cellXml(cell: SheetCell, column: number, row: number): string {
  const address = `${String.fromCharCode(65 + column)}${row}`;
  if (typeof cell !== 'string' && 'xml' in cell) return cell.xml.replaceAll('{r}', address);
  if (typeof cell !== 'string') return `<c r="${address}" s="1"><v>${cell.serial}</v></c>`;
  return `<c r="${address}" t="inlineStr"><is><t>${cell}</t></is></c>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of an Excel workbook (ECMA-376) of some sheets, with one style for days. */
export function workbookParts(sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>): readonly Part[] {
  const names = Object.keys(sheets);
  const data = Object.values(sheets).map((rows) =>
    rows.map(
      (cells, row) => `<row r="${row + 1}">${cells.map((cell, at) => cellXml(cell, at, row + 1)).join('')}</row>`,
    ),
  );
  return [
    {
      name: '[Content_Types].xml',
      text: `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      text: `${XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${names
        .map(
          (_, at) =>
            `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
        )
        .join('')}<Relationship Id="rId99" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      text: `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${names
        .map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/styles.xml',
      text: `${XML}<styleSheet xmlns="${MAIN}"><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    ...data.map((rows, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      text: `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
    })),
  ];
}

/** The bytes of an Excel workbook. */
export function workbook(sheets: Readonly<Record<string, readonly (readonly SheetCell[])[]>>): Uint8Array<ArrayBuffer> {
  return zipOf(workbookParts(sheets));
}
