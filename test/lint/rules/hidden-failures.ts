import type { SourceFile } from './source-files.ts';
import { childOf, lineAt, parse, type SyntaxNode, walk } from './syntax.ts';

/** Whether an expression reads the `data` of something: `query.data`, `data?.rows`, `(await x).data.map(f)`. */
function readsData(node: SyntaxNode | null): boolean {
  if (node === null) return false;
  if (node.type === 'Identifier') return node.name === 'data';
  if (node.type === 'CallExpression') return readsData(childOf(node, 'callee'));
  if (node.type === 'ChainExpression' || node.type === 'ParenthesizedExpression') {
    return readsData(childOf(node, 'expression'));
  }
  if (node.type !== 'MemberExpression') return false;
  return childOf(node, 'property')?.name === 'data' || readsData(childOf(node, 'object'));
}

function isEmptyList(node: SyntaxNode | null): boolean {
  return node?.type === 'ArrayExpression' && Array.isArray(node.elements) && node.elements.length === 0;
}

/** `data ?? []`, at any depth on the left. */
function isStandIn(node: SyntaxNode): boolean {
  const isDefault = node.type === 'LogicalExpression' && (node.operator === '??' || node.operator === '||');
  return isDefault && isEmptyList(childOf(node, 'right')) && readsData(childOf(node, 'left'));
}

/** `{ data = [] }` or `{ data: rows = [] }`. */
function isDefaulted(node: SyntaxNode): boolean {
  if (node.type !== 'Property' || childOf(node, 'key')?.name !== 'data') return false;
  const value = childOf(node, 'value');
  return value?.type === 'AssignmentPattern' && isEmptyList(childOf(value, 'right'));
}

/** `.catch(() => [])`. */
function isCaught(node: SyntaxNode): boolean {
  if (node.type !== 'CallExpression' || childOf(childOf(node, 'callee') ?? node, 'property')?.name !== 'catch') {
    return false;
  }
  const [handler] = Array.isArray(node.arguments) ? (node.arguments as readonly SyntaxNode[]) : [];
  return handler !== undefined && isEmptyList(childOf(handler, 'body'));
}

/**
 * Where a list stands in for an answer that is not there: a failure, or an answer that is still on its way, would be
 * shown as emptiness. `answerOf` (renderer/lib/answer.ts) keeps the four apart.
 */
export function findHiddenFailures(file: SourceFile): readonly string[] {
  const found: string[] = [];
  for (const [node] of walk(parse(file))) {
    if (!isStandIn(node) && !isDefaulted(node) && !isCaught(node)) continue;
    found.push(`${file.path}:${lineAt(file.text, node.start)} shows a failure as an empty list; use answerOf`);
  }
  return found;
}
