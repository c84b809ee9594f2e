import { describe, expect, it } from 'vitest';
import { findHiddenFailures } from './rules/hidden-failures.ts';
import { isCode, readProjectFiles } from './rules/source-files.ts';

function found(text: string): readonly string[] {
  return findHiddenFailures({ path: 'renderer/features/a/a.tsx', text });
}

describe('test/lint/rules/hidden-failures', () => {
  it.each([
    ['an answer', 'const rows = query.data ?? [];'],
    ['an answer of its own name', 'const { data } = useQuery(a); const rows = data ?? [];'],
    ['a part of an answer', 'const lanes = plan.data?.lanes ?? [];'],
    ['what was made of an answer', 'const rows = list.data?.pages.flatMap((page) => page.rows) ?? [];'],
    ['an answer, in a call', 'const parted = part(releases.data ?? [], now);'],
    ['by ||', 'const rows = query.data || [];'],
    ['a default', 'const { data = [] } = useQuery(a);'],
    ['a default under another name', 'const { data: rows = [] } = useQuery(a);'],
    ['what was caught', 'const rows = await client.fetchQuery(a).catch(() => []);'],
  ])('finds a list that stands in for %s', (_what, text) => {
    expect(found(text)).toHaveLength(1);
    expect(found(text)[0]).toContain('answerOf');
  });

  it.each([
    ['another list', 'const chosen = search.trains ?? [];'],
    ['an answer that was looked at', "const lanes = 'data' in plan ? plan.data.lanes : [];"],
    ['another default', 'const { rows = [] } = props;'],
    ['what is caught and told', 'const next = await ask().catch((error) => tell(error));'],
  ])('lets %s be', (_what, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('renderer', () => {
  it('shows no failure as emptiness', () => {
    const files = readProjectFiles('.', ['renderer']).filter(isCode);

    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(findHiddenFailures)).toEqual([]);
  });
});
