const BLOCK = /<!-- in short: ([\w-]+) -->\n[\s\S]*?<!-- end -->/g;

/** The list below `## In short` of a help text, its links made to work from the project's root. */
export function inShort(help: string): string {
  const [, after = ''] = help.split(/^## In short\n+/m);
  const [list = ''] = after.split(/^## /m);
  if (list.trim() === '') throw new Error('This help text has no list below “## In short”.');
  return list.trim().replaceAll(/\]\((?!https?:)([\w-]+\.md)/g, '](resources/help/$1');
}

/** Fills each `<!-- in short: 03-trains -->` block of a text from the help text of that name. */
export function embedHelp(text: string, readHelp: (name: string) => string): string {
  return text.replaceAll(BLOCK, (_block, name: string) => {
    return `<!-- in short: ${name} -->\n${inShort(readHelp(name))}\n<!-- end -->`;
  });
}
