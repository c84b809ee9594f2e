/** The URL that a `Link` header (RFC 8288) gives for a relation, or null. */
export function linkOf(header: string | undefined, relation: string): string | null {
  if (header === undefined) return null;
  for (const [, url, parameters] of header.matchAll(/<([^>]*)>([^<]*)/g)) {
    const relations = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters ?? '');
    const names = (relations?.[1] ?? relations?.[2] ?? '').toLowerCase().split(/\s+/);
    if (url !== undefined && names.includes(relation)) return url;
  }
  return null;
}

/**
 * The next page's path: this path with the query of the next link. Only the query is taken, so that a link
 * to another host or another resource is never followed. Null on the last page.
 */
export function nextPath(path: string, headers: Readonly<Record<string, string>>): string | null {
  const link = linkOf(headers.link, 'next');
  const query = link?.indexOf('?') ?? -1;
  if (link === null || query < 0) return null;
  return path.split('?', 1)[0] + link.slice(query).replace(/#.*$/, '');
}
