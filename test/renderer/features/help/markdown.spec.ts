import { describe, expect, it } from 'vitest';
import { plainText, readInline, readMarkdown } from '../../../../renderer/features/help/markdown.ts';

const text = (words: string) => ({ kind: 'text', text: words });

describe('renderer/features/help/markdown', () => {
  it('reads headings, paragraphs over several lines, lists, code and tables', () => {
    const source = [
      '# Title',
      '',
      'One line',
      'and another.',
      '- first',
      '  goes on',
      '- second',
      '',
      '1. one',
      '2. two',
      '',
      '```sh',
      'npm start',
      '# no heading',
      '```',
      '| A | B |',
      '| - | - |',
      '| 1 | 2 |',
    ].join('\n');

    expect(readMarkdown(source)).toEqual([
      { kind: 'heading', level: 1, content: [text('Title')] },
      { kind: 'paragraph', content: [text('One line and another.')] },
      { kind: 'list', ordered: false, items: [[text('first goes on')], [text('second')]] },
      { kind: 'list', ordered: true, items: [[text('one')], [text('two')]] },
      { kind: 'code', text: 'npm start\n# no heading' },
      { kind: 'table', head: [[text('A')], [text('B')]], rows: [[[text('1')], [text('2')]]] },
    ]);
  });

  it('reads code, strong, emphasis and links inside a line', () => {
    expect(readInline('Press `Ctrl+Z`, *then* **wait** and [read](trains.md).')).toEqual([
      text('Press '),
      { kind: 'code', text: 'Ctrl+Z' },
      text(', '),
      { kind: 'emphasis', text: 'then' },
      text(' '),
      { kind: 'strong', text: 'wait' },
      text(' and '),
      { kind: 'link', text: 'read', href: 'trains.md' },
      text('.'),
    ]);
  });

  it.each(['a * b * c', 'snake_case_name', '2 * 3 = 6'])('leaves the signs of %j alone', (line) => {
    expect(readInline(line)).toEqual([text(line)]);
  });

  it('passes no markup through: it stays text', () => {
    const source = '<script>alert(1)</script> <img src=x onerror=alert(1)>';

    expect(readMarkdown(source)).toEqual([{ kind: 'paragraph', content: [text(source)] }]);
  });

  it('ends code that nobody closed at the end of the text', () => {
    expect(readMarkdown('```\na')).toEqual([{ kind: 'code', text: 'a' }]);
  });

  it('gives a line without its marks', () => {
    expect(plainText(readInline('The `journal` and **undo**'))).toBe('The journal and undo');
  });
});
