/** The columns that a text takes in a terminal: combining marks none, wide letters two. */
function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) {
    if (/\p{Mark}|\p{Cf}/u.test(letter)) continue;
    width +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/u.test(
        letter,
      )
        ? 2
        : 1;
  }
  return width;
}

/** What other people wrote, fit for a terminal: control characters, which could move the cursor, become spaces. */
export function plainText(text: string): string {
  return text.replaceAll(/\p{Cc}/gu, ' ');
}

function pad(text: string, width: number, alignRight: boolean): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)));
  return alignRight ? `${space}${text}` : `${text}${space}`;
}

/** A table for people: a head, a line a row, columns as wide as they need; numbers to the right. */
export function tableText(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) => row.map((cell) => plainText(String(cell))));
  const widths = head.map((title, column) =>
    Math.max(widthOf(title), ...cells.map((row) => widthOf(row[column] ?? ''))),
  );
  const isNumber = head.map(
    (_title, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number'),
  );
  const line = (texts: readonly string[]) =>
    texts
      .map((text, column) => pad(text, widths[column] ?? 0, isNumber[column] ?? false))
      .join('  ')
      .trimEnd();
  return `${[line(head.map((title) => title.toUpperCase())), ...cells.map(line)].join('\n')}\n`;
}
