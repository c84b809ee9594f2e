import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';
import { childOf, lineAt, literalText, parse, type SyntaxNode, walk } from './syntax.ts';

/** One import, export-from, dynamic import, import type or `new URL('./x', import.meta.url)` of a module. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
}

export interface Module {
  readonly path: string;
  readonly imports: readonly Import[];
}

const STATEMENTS = new Set(['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression']);

function argumentText(node: SyntaxNode, index: number): string | null {
  const args = node.arguments;
  return Array.isArray(args) ? literalText((args[index] as SyntaxNode | undefined) ?? null) : null;
}

function specifierOf(node: SyntaxNode): string | null {
  if (STATEMENTS.has(node.type)) return literalText(childOf(node, 'source'));
  if (node.type === 'TSImportType') return literalText(childOf(node, 'source') ?? childOf(node, 'argument'));
  const callee = childOf(node, 'callee');
  if (node.type === 'CallExpression' && callee?.name === 'require') return argumentText(node, 0);
  // A worker's file, named as bundlers find it.
  if (node.type === 'NewExpression' && callee?.name === 'URL') {
    const path = argumentText(node, 0);
    return path?.match(/^\.\.?\/.*\.tsx?$/) ? path : null;
  }
  return null;
}

/** Reads what a file imports, types included. */
export function readModule(file: SourceFile): Module {
  const imports: Import[] = [];
  for (const [node] of walk(parse(file))) {
    const specifier = specifierOf(node);
    if (specifier !== null) imports.push({ specifier, line: lineAt(file.text, node.start) });
  }
  return { path: file.path, imports };
}

/** The project path that a relative specifier names; null for a package. */
export function targetOf(from: string, specifier: string): string | null {
  if (!specifier.startsWith('.')) return null;
  const [path = ''] = specifier.split('?');
  return posix.normalize(posix.join(posix.dirname(from), path));
}

/** Groups of modules that import each other in a ring, by Tarjan's strongly connected components. */
export function findCycles(modules: readonly Module[]): readonly (readonly string[])[] {
  const edges = new Map(
    modules.map((module) => [
      module.path,
      module.imports.flatMap((each) => targetOf(module.path, each.specifier) ?? []),
    ]),
  );
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[][] = [];
  const lowOf = (path: string) => low.get(path) ?? Number.POSITIVE_INFINITY;
  const visit = (path: string) => {
    order.set(path, order.size);
    low.set(path, order.size - 1);
    stack.push(path);
    for (const next of edges.get(path) ?? []) {
      if (!edges.has(next)) continue;
      if (!order.has(next)) visit(next);
      if (stack.includes(next)) low.set(path, Math.min(lowOf(path), lowOf(next)));
    }
    if (lowOf(path) !== order.get(path)) return;
    const ring = stack.splice(stack.indexOf(path));
    if (ring.length > 1 || edges.get(path)?.includes(path)) cycles.push(ring.sort());
  };
  for (const path of edges.keys()) if (!order.has(path)) visit(path);
  return cycles;
}
