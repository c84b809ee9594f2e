import type { SourceFile } from './source-files.ts';
import { childOf, lineAt, parse, type SyntaxNode, walk } from './syntax.ts';

function nameOf(node: SyntaxNode): string {
  const id = childOf(node, 'id');
  return typeof id?.name === 'string' ? id.name : '';
}

function textOf(file: SourceFile, node: SyntaxNode | null): string {
  return node ? file.text.slice(node.start, node.end) : '';
}

function breachOf(file: SourceFile, node: SyntaxNode): string | null {
  const name = nameOf(node);
  if (node.type === 'TSEnumDeclaration') return `${name} is an enum; a union of literals needs no code at run time`;
  if (node.type === 'TSInterfaceDeclaration' && /^I[A-Z][a-z]/.test(name)) {
    return `${name} wears an I; a type is named for what it is`;
  }
  if (!/(Schema|Type)$/.test(name)) return null;
  const isSchema = node.type === 'VariableDeclarator' && /^z\s*\./.test(textOf(file, childOf(node, 'init')));
  const isInferred = node.type === 'TSTypeAliasDeclaration' && textOf(file, node).includes('z.infer');
  return isSchema || isInferred ? `${name} wears a suffix; a schema and its type share one plain name` : null;
}

/** Names of schemas and types that say how they are written rather than what they are. */
export function findBadTypeNames(file: SourceFile): readonly string[] {
  const found: string[] = [];
  for (const [node] of walk(parse(file))) {
    const breach = breachOf(file, node);
    if (breach) found.push(`${file.path}:${lineAt(file.text, node.start)} ${breach}`);
  }
  return found;
}
