import type { SourceFile } from './source-files.ts';
import { parse, type SyntaxNode } from './syntax.ts';

/** Sources that must have a spec; each spec lies at the same path below `test`. */
const MUST_HAVE: readonly RegExp[] = [
  /^shared\/domain\/.+\.ts$/,
  /^electron\/core\/.+\.ts$/,
  /^renderer\/lib\/.+\.ts$/,
  /^renderer\/.+\/view-model(\.ts|\/.+\.ts)$/,
];
const MIRRORED = ['shared', 'electron', 'renderer', 'scripts'];

function isTypesOnly(statement: SyntaxNode): boolean {
  if (/^(TSInterfaceDeclaration|TSTypeAliasDeclaration|ImportDeclaration|EmptyStatement)$/.test(statement.type))
    return true;
  if (statement.type === 'ExportNamedDeclaration') {
    const declaration = statement.declaration as SyntaxNode | null;
    return declaration ? isTypesOnly(declaration) : statement.exportKind === 'type';
  }
  return false;
}

/** Whether a file declares types and nothing that runs: the compiler is its test. */
export function holdsOnlyTypes(file: SourceFile): boolean {
  const body = parse(file).body as readonly SyntaxNode[];
  return body.every(isTypesOnly);
}

/** The stem that source and spec share: `shared/domain/calendar/days`. */
function sourceStem(path: string): string {
  return path.replace(/\.(tsx?|mjs)$/, '');
}

/** `days.spec.ts` mirrors `days.ts`; `days.gaps.spec.ts` is a second spec of it. */
function specStem(path: string): string {
  return path.replace(/^test\//, '').replace(/(\.[a-z0-9-]+)?\.spec\.tsx?$/, '');
}

/** Sources without a spec, except those with a reason; and reasons for what needs none. */
export function findUnmirrored(
  files: readonly SourceFile[],
  exempt: Readonly<Record<string, string>>,
): readonly string[] {
  const specs = new Set(files.filter((file) => /\.spec\.tsx?$/.test(file.path)).map((file) => specStem(file.path)));
  const sources = files.filter((file) => MUST_HAVE.some((pattern) => pattern.test(file.path)));
  const bare = sources.filter((file) => !specs.has(sourceStem(file.path)) && !holdsOnlyTypes(file));
  const isExempt = (path: string) => Object.keys(exempt).some((each) => each === path || isBelow(path, each));
  const idle = Object.keys(exempt).filter(
    (each) => !bare.some((file) => file.path === each || isBelow(file.path, each)),
  );
  return [
    ...bare
      .filter((file) => !isExempt(file.path))
      .map((file) => `${file.path} has no spec; write test/${sourceStem(file.path)}.spec.ts`),
    ...idle.map((each) => `${each} is exempt from having a spec, but has one or is gone`),
  ];
}

function isBelow(path: string, folder: string): boolean {
  return folder.endsWith('/') && path.startsWith(folder);
}

/** Specs that mirror nothing: their source was renamed or removed. A folder's name mirrors the folder. */
export function findOrphanSpecs(files: readonly SourceFile[]): readonly string[] {
  const stems = new Set(files.map((file) => sourceStem(file.path)));
  const folders = new Set(files.flatMap((file) => ancestors(file.path)));
  return files
    .filter((file) => /\.spec\.tsx?$/.test(file.path))
    .filter((file) => MIRRORED.some((folder) => file.path.startsWith(`test/${folder}/`)))
    .filter((file) => !stems.has(specStem(file.path)) && !folders.has(specStem(file.path)))
    .map((file) => `${file.path} mirrors no source: there is no ${specStem(file.path)}.ts`);
}

function ancestors(path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
}
