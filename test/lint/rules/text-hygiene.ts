import type { SourceFile } from './source-files.ts';

interface Finding {
  readonly pattern: RegExp;
  /** Tests may hold made-up ones, to see that they do not get out. */
  readonly shippedOnly?: boolean;
  readonly why: string;
}

const HOME_FOLDERS = ['home', 'Users'].join('|');

/** Written apart, since this file is looked at too. */
const PUT_OFF = ['TO\u0044O', 'FIX\u004dE', 'XX\u0058', 'HAC\u004b'];

const PATTERNS: readonly Finding[] = [
  {
    pattern: new RegExp(`(?<![\\w.:/])/(${HOME_FOLDERS})/[a-z][\\w.-]*/`, 'i'),
    shippedOnly: true,
    why: "names a person's home folder; paths are found at run time",
  },
  { pattern: /[A-Z]:\\\\?Users\\\\?\w/, why: "names a person's home folder; paths are found at run time" },
  { pattern: /^(<{7}|>{7}|={7})( |$)/m, why: 'holds the mark of an unfinished merge' },
  {
    pattern: new RegExp(`\\b(${PUT_OFF.join('|')})\\b`),
    why: 'puts work off; do it, or open an issue and say what holds until then',
  },
  {
    pattern: /\b(ghp_[A-Za-z0-9]{36}|github_pat_\w{60,}|AKIA[0-9A-Z]{16}|xox[bp]-[0-9]{10,}|ATATT3[\w-]{60,})\b/,
    why: 'holds what looks like a real secret',
  },
  { pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----\n[A-Za-z0-9+/]{40}/, why: 'holds a private key' },
];

function namesFolder(text: string, folder: string): boolean {
  const at = text.indexOf(`${folder}/`);
  return at === 0 || (at > 0 && !/[\w.]/.test(text[at - 1] ?? ''));
}

/** What no text of the project may hold; `machineFolders` are this machine's own, such as where the project lies. */
export function findUncleanText(files: readonly SourceFile[], machineFolders: readonly string[]): readonly string[] {
  return files.flatMap((file) => {
    const own = machineFolders
      .filter((folder) => folder.length > 3 && namesFolder(file.text, folder))
      .map((folder) => `${file.path} names a folder of this machine (${folder}); paths are found at run time`);
    const found = PATTERNS.filter(
      ({ pattern, shippedOnly }) => pattern.test(file.text) && !(shippedOnly && file.path.startsWith('test/')),
    ).map(({ why }) => `${file.path} ${why}`);
    return [...own, ...found];
  });
}

/** File names that are not kebab-case, tests' and tools' own endings aside. */
export function findBadNames(files: readonly SourceFile[]): readonly string[] {
  const given = /^(README|ARCHITECTURE|CONTRIBUTING|CHANGELOG|LICENSE|NOTICE)(\.md)?$/;
  const kebab = /^[_.]?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
  return files
    .filter((file) => file.path.split('/').some((part) => !given.test(part) && !kebab.test(part)))
    .map((file) => `${file.path} is not kebab-case: one way of writing names, and no clash on disks that ignore case`);
}
