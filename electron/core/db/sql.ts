/** A piece of SQL with its values apart, so that no text from outside can become SQL. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export type SqlValue = string | number | bigint | Buffer | null;

function isSql(part: unknown): part is Sql {
  return typeof part === 'object' && part !== null && 'text' in part && 'values' in part && !Buffer.isBuffer(part);
}

/** Tags a template: values become parameters, nested pieces are spliced with theirs. */
export function sql(strings: TemplateStringsArray, ...parts: readonly (SqlValue | Sql)[]): Sql {
  let text = strings[0] ?? '';
  const values: SqlValue[] = [];
  for (const [index, part] of parts.entries()) {
    if (isSql(part)) {
      text += part.text;
      values.push(...part.values);
    } else {
      text += '?';
      values.push(part);
    }
    text += strings[index + 1] ?? '';
  }
  return { text, values };
}

/** Joins conditions with AND; none gives `TRUE`. */
export function allOf(conditions: readonly Sql[]): Sql {
  if (conditions.length === 0) return { text: 'TRUE', values: [] };
  return {
    text: conditions.map((condition) => `(${condition.text})`).join(' AND '),
    values: conditions.flatMap((condition) => condition.values),
  };
}

/** A list for `IN`, as one JSON parameter, so that the statement's text stays the same for any length. */
export function inList(values: readonly string[]): Sql {
  return sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}
