import { parseAst } from 'rolldown/parseAst';
import type { SourceFile } from './source-files.ts';

/** A node of the syntax tree, read loosely: rules look at the fields that they know. */
export interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function languageOf(path: string): 'tsx' | 'ts' | 'js' {
  if (path.endsWith('.tsx')) return 'tsx';
  return path.endsWith('.ts') ? 'ts' : 'js';
}

/** Parses a file by the bundler's own parser; throws where the text is no TypeScript. */
export function parse(file: SourceFile): SyntaxNode {
  // ESTree, whose every node has a type and its place; the fields are read one by one.
  return parseAst(file.text, { lang: languageOf(file.path) }) as unknown as SyntaxNode;
}

/** Every node below one, itself first; `parent` of the root is null. */
export function* walk(node: SyntaxNode, parent: SyntaxNode | null = null): Generator<[SyntaxNode, SyntaxNode | null]> {
  yield [node, parent];
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (isNode(child)) yield* walk(child, node);
    }
  }
}

/** A field of a node that is itself a node. */
export function childOf(node: SyntaxNode, field: string): SyntaxNode | null {
  const value = node[field];
  return isNode(value) ? value : null;
}

/** The text of a string literal; null for anything else. */
export function literalText(node: SyntaxNode | null): string | null {
  return node?.type === 'Literal' && typeof node.value === 'string' ? node.value : null;
}

/** The line of an offset, from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}
