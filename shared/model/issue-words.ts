/** What a validator says of a value: an issue of zod, of which only the parts that are there are read. */
export interface ValueIssue {
  readonly code?: string | undefined;
  readonly message: string;
  readonly origin?: string | undefined;
  readonly expected?: string | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
  readonly values?: readonly unknown[] | undefined;
  readonly keys?: readonly string[] | undefined;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text is needed',
  number: 'a number is needed',
  int: 'a whole number is needed',
  boolean: 'yes or no is needed',
  array: 'a list is needed',
  set: 'a list is needed',
  object: 'a group of fields is needed',
  record: 'a group of fields is needed',
  date: 'a date is needed',
};

function counted(count: number | bigint, origin: string | undefined): string {
  const number = count.toLocaleString('en-US');
  if (origin === 'string') return `${number} ${Number(count) === 1 ? 'character' : 'characters'}`;
  if (origin === 'array' || origin === 'set') return `${number} ${Number(count) === 1 ? 'entry' : 'entries'}`;
  return number;
}

function tooSmall({ minimum = 0, origin }: ValueIssue): string {
  if (Number(minimum) === 1 && origin === 'string') return 'it is empty';
  if (Number(minimum) === 1 && (origin === 'array' || origin === 'set')) return 'name at least one';
  return `it takes at least ${counted(minimum, origin)}`;
}

/**
 * What a validator's issue says in words for people, without a full stop. Messages of our own (a regular expression's, a
 * refinement's) stay as they are; those that the validator makes up name types and operators, and are replaced.
 */
export function issueInWords(issue: ValueIssue): string {
  switch (issue.code) {
    case 'too_big':
      return `it takes at most ${counted(issue.maximum ?? 0, issue.origin)}`;
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_type':
      return kinds[issue.expected ?? ''] ?? 'something else is needed here';
    case 'invalid_value':
      return `it is none of ${(issue.values ?? []).map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `there is no field named ${(issue.keys ?? []).join(', ')}`;
    case 'not_multiple_of':
      return 'a whole number is needed';
    case 'invalid_union':
      return 'it is none of what is taken here';
    case 'invalid_format':
      return issue.message.startsWith('Invalid ') ? 'it is not written as it should be' : issue.message;
    default:
      return issue.message;
  }
}
