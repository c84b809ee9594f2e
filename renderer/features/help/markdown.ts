/** A piece of a line. */
export type Inline =
  | { readonly kind: 'text' | 'strong' | 'emphasis' | 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly content: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: ReadonlyArray<readonly Inline[]> }
  | { readonly kind: 'code'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly head: ReadonlyArray<readonly Inline[]>;
      readonly rows: ReadonlyArray<ReadonlyArray<readonly Inline[]>>;
    };

const inlinePattern = /`([^`]+)`|\*\*([^*]+)\*\*|(?<![\w*])[*_]([^*_\s][^*_]*)[*_](?!\w)|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** Parts a line into text, emphasis, code and links; whatever else it holds stays text. */
export function readInline(line: string): readonly Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(inlinePattern)) {
    if (match.index > from) found.push({ kind: 'text', text: line.slice(from, match.index) });
    const [whole, code, strong, emphasis, label, href] = match;
    if (code !== undefined) found.push({ kind: 'code', text: code });
    else if (strong !== undefined) found.push({ kind: 'strong', text: strong });
    else if (emphasis !== undefined) found.push({ kind: 'emphasis', text: emphasis });
    else if (label !== undefined && href !== undefined) found.push({ kind: 'link', text: label, href });
    from = match.index + whole.length;
  }
  if (from < line.length) found.push({ kind: 'text', text: line.slice(from) });
  return found;
}

const listItem = /^\s*(?:[-*]|(\d+)[.)])\s+(.*)$/;

function cells(line: string): ReadonlyArray<readonly Inline[]> {
  return line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => readInline(cell.trim()));
}

interface Cursor {
  readonly lines: readonly string[];
  at: number;
}

function takeWhile(cursor: Cursor, test: (line: string) => boolean): readonly string[] {
  const from = cursor.at;
  while (cursor.at < cursor.lines.length && test(cursor.lines[cursor.at] ?? '')) cursor.at += 1;
  return cursor.lines.slice(from, cursor.at);
}

function readCode(cursor: Cursor): Block {
  cursor.at += 1;
  const text = takeWhile(cursor, (line) => !line.startsWith('```')).join('\n');
  cursor.at += 1;
  return { kind: 'code', text };
}

function readList(cursor: Cursor): Block {
  const lines = takeWhile(cursor, (line) => listItem.test(line) || /^\s{2,}\S/.test(line));
  const items: string[] = [];
  for (const line of lines) {
    const match = listItem.exec(line);
    if (match !== null) items.push(match[2] ?? '');
    else items.push(`${items.pop() ?? ''} ${line.trim()}`);
  }
  const ordered = listItem.exec(lines[0] ?? '')?.[1] !== undefined;
  return { kind: 'list', ordered, items: items.map(readInline) };
}

function readTable(cursor: Cursor): Block {
  const [head = '', , ...rows] = takeWhile(cursor, (line) => line.trim().startsWith('|'));
  return { kind: 'table', head: cells(head), rows: rows.map(cells) };
}

function startsBlock(line: string): boolean {
  return line.trim() === '' || /^#{1,3}\s|^```|^\s*\|/.test(line) || listItem.test(line);
}

/** Reads the small Markdown of the help texts: headings, paragraphs, lists, code, tables. No markup passes through. */
export function readMarkdown(source: string): readonly Block[] {
  const cursor: Cursor = { lines: source.replaceAll('\r', '').split('\n'), at: 0 };
  const blocks: Block[] = [];
  while (cursor.at < cursor.lines.length) {
    const line = cursor.lines[cursor.at] ?? '';
    const heading = /^(#{1,3})\s+(.*)$/.exec(line);
    if (line.trim() === '') cursor.at += 1;
    else if (heading !== null) {
      cursor.at += 1;
      const level = (heading[1] ?? '#').length as 1 | 2 | 3; // the pattern takes one to three
      blocks.push({ kind: 'heading', level, content: readInline(heading[2] ?? '') });
    } else if (line.startsWith('```')) blocks.push(readCode(cursor));
    else if (listItem.test(line)) blocks.push(readList(cursor));
    else if (line.trim().startsWith('|')) blocks.push(readTable(cursor));
    else {
      cursor.at += 1;
      const rest = takeWhile(cursor, (next) => !startsBlock(next));
      blocks.push({ kind: 'paragraph', content: readInline([line, ...rest].map((one) => one.trim()).join(' ')) });
    }
  }
  return blocks;
}

/** The text of a line without its marks. */
export function plainText(content: readonly Inline[]): string {
  return content.map((piece) => piece.text).join('');
}
