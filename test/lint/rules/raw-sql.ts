import type { SourceFile } from './source-files.ts';
import { childOf, lineAt, parse, type SyntaxNode, walk } from './syntax.ts';

/** Upper case, as SQL is written here: the same words in lower case are English. */
const STATEMENT =
  /^\s*(SELECT\s[\s\S]+\sFROM\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s|(CREATE|DROP|ALTER)\s+(TABLE|INDEX|UNIQUE|TRIGGER|VIEW|VIRTUAL)\s|PRAGMA\s|WITH\s+(RECURSIVE\s+)?\w+\s+AS\s*\(|ATTACH\s|VACUUM\b)/;
const ANY_CASE = new RegExp(STATEMENT.source, 'i');
const STORE = 'electron/core/db/';

function isSqlTagged(parent: SyntaxNode | null): boolean {
  return parent?.type === 'TaggedTemplateExpression' && childOf(parent, 'tag')?.name === 'sql';
}

/** Whether a text goes straight to a database: there, lower case is SQL too. */
function isExecuted(parent: SyntaxNode | null): boolean {
  const property = parent?.type === 'CallExpression' ? childOf(childOf(parent, 'callee') ?? parent, 'property') : null;
  return isSqlTagged(parent) || ['prepare', 'exec', 'pragma'].includes(String(property?.name));
}

/** The text of a literal or template, its holes as `?`; null for any other node. */
function textOf(node: SyntaxNode): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  const parts = node.quasis as readonly { readonly value: { readonly raw: string } }[];
  return parts.map((part) => part.value.raw).join('?');
}

function holesOf(node: SyntaxNode): number {
  return node.type === 'TemplateLiteral' && Array.isArray(node.expressions) ? node.expressions.length : 0;
}

/** A `+` or a hole that puts a value into a statement's text. */
function isBuilt(node: SyntaxNode, parent: SyntaxNode | null): boolean {
  if (isSqlTagged(parent)) return false;
  if (holesOf(node) > 0) return true;
  return parent?.type === 'BinaryExpression' && parent.operator === '+';
}

/**
 * SQL where it must not be: outside the store at all, and inside it where a value could become SQL because text was
 * put together. `mayBuild` names the store's files that build statements from the closed lists of its own tables.
 */
export function findRawSql(file: SourceFile, mayBuild: Readonly<Record<string, string>>): readonly string[] {
  const found: string[] = [];
  for (const [node, parent] of walk(parse(file))) {
    const text = textOf(node);
    if (text === null || !(isExecuted(parent) ? ANY_CASE : STATEMENT).test(text)) continue;
    const place = `${file.path}:${lineAt(file.text, node.start)}`;
    if (!file.path.startsWith(STORE)) found.push(`${place} holds SQL; ask a repository in ${STORE}`);
    else if (isBuilt(node, parent) && !mayBuild[file.path]) {
      found.push(`${place} puts a statement together from text; use the sql tag, which keeps values apart`);
    }
  }
  return found;
}
