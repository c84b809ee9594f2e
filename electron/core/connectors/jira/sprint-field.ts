import { parseRow } from '../_kit/rows.ts';
import { Sprint } from './schema.ts';

/**
 * Data Center before 9 writes a sprint as the text of a Java object:
 * `com.atlassian.greenhopper.service.sprint.Sprint@1f[id=7,rapidViewId=8,state=CLOSED,name=EE, Sprint 7,startDate=…]`.
 * Values are not escaped, so a value goes on until the next known name.
 */
const NAMES =
  'id|rapidViewId|state|name|goal|startDate|endDate|completeDate|activatedDate|sequence|autoStartStop|synced|incompleteIssuesDestinationId';
const PAIR = new RegExp(`(?:^|,)(${NAMES})=(.*?)(?=,(?:${NAMES})=|$)`, 'gs');

function fromText(text: string): unknown {
  const start = text.indexOf('[');
  if (start < 0 || !text.endsWith(']')) return text;
  const pairs = [...text.slice(start + 1, -1).matchAll(PAIR)];
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, value === '<null>' ? null : value]));
}

/** One sprint of an issue's sprint field: an object in Cloud and new Data Centers, a text in older ones. */
export function readSprint(value: unknown): ReturnType<typeof parseRow<Sprint>> {
  return parseRow(Sprint, typeof value === 'string' ? fromText(value) : value);
}
