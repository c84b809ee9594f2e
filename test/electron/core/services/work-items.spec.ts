import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConnectionId } from '../../../../shared/model/ids.ts';
import { instant } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { transition, workItem, writeFacts } from '../../../support/facts.ts';
import { jiraPlan } from '../../../support/plans.ts';

describe('electron/core/services/work-items', () => {
  let test: TestCore;
  let jira: ConnectionId;
  beforeEach(async () => {
    test = await testCore();
    jira = (await test.client.connections.add(jiraPlan())).id;
  });
  afterEach(() => test.end());

  const keys = async (search: Parameters<TestCore['client']['workItems']['search']>[0]) =>
    (await test.client.workItems.search(search)).rows.map((row) => row.key);

  it('finds by words of title and key, accents and case aside, each word unfinished', async () => {
    writeFacts(test.file, [
      workItem(jira, 'PAY-1', { title: 'Refund für Café-Zahlungen' }),
      workItem(jira, 'PAY-2', { title: 'Payment limits' }),
      workItem(jira, 'CARD-7', { title: 'Refunds to cards' }),
    ]);

    expect(await keys({ text: 'cafe' })).toEqual(['PAY-1']);
    expect(await keys({ text: 'REFUN' })).toEqual(['CARD-7', 'PAY-1']);
    expect(await keys({ text: 'ref car' })).toEqual(['CARD-7']);
    expect(await keys({ text: 'cafe\u0301' })).toEqual(['PAY-1']);
    expect(await keys({ text: 'PAY-2' })).toEqual(['PAY-2']);
  });

  it('puts what bears the text as its key before all others, on the first page only', async () => {
    const later = Array.from({ length: 12 }, (_, n) => workItem(jira, `PAY-1${n}`, { title: `Step 1${n}` }));
    writeFacts(test.file, [workItem(jira, 'PAY-1', { title: 'The first' }), ...later]);
    const pages: string[][] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<TestCore['client']['workItems']['search']>> = await test.client.workItems.search({
        text: 'pay-1',
        limit: 5,
        after,
      });
      pages.push(page.rows.map((row) => row.key));
      after = page.next;
    } while (after !== null);

    expect(pages.map((page) => page.length)).toEqual([5, 5, 3]);
    expect(pages.flat()[0]).toBe('PAY-1');
    expect(pages.flat().toSorted()).toEqual(['PAY-1', ...later.map(({ key }) => key)].toSorted());
    expect(await keys({ text: 'PAY-1', limit: 1 })).toEqual(['PAY-1']);
    expect(await keys({ text: 'PAY-1', projectKey: 'CARD' })).toEqual([]);
  });

  it.each(['"', '*', 'OR', 'a AND', "'; DROP TABLE train; --", 'NEAR(', 'title:', '(((', '\u0000', '🙂', '%_'])(
    'takes %j as words, never as a query language',
    async (text) => {
      writeFacts(test.file, [workItem(jira, 'PAY-1', { title: 'drop or and near title a' })]);

      await expect(test.client.workItems.search({ text })).resolves.toMatchObject({ rows: expect.any(Array) });
    },
  );

  it.each(['???', '—', '🙂'])('finds nothing by %s, which is no word, and everything by nothing', async (text) => {
    writeFacts(test.file, [workItem(jira, 'PAY-1', { title: 'Really ???', labels: ['a'] })]);

    expect(await keys({ text })).toEqual([]);
    expect(await keys({ text, label: 'a' })).toEqual([]);
    expect(await keys({ text: '  ' })).toEqual(['PAY-1']);
  });

  it('filters by project, category, label and version, and pages through all without overlap', async () => {
    const items = Array.from({ length: 25 }, (_, n) =>
      workItem(jira, `PAY-${n}`, {
        updatedAt: instant(1_700_000_000_000 + (n % 5)),
        labels: n % 2 === 0 ? ['even'] : [],
        versions: n % 3 === 0 ? ['v3'] : [],
        category: n < 10 ? 'done' : 'active',
      }),
    );
    writeFacts(test.file, [...items, workItem(jira, 'CARD-1')]);
    const all: string[] = [];
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<TestCore['client']['workItems']['search']>> = await test.client.workItems.search({
        projectKey: 'PAY',
        limit: 7,
        after,
      });
      all.push(...page.rows.map((row) => row.key));
      after = page.next;
    } while (after !== null);

    expect(new Set(all).size).toBe(25);
    expect(all).toHaveLength(25);
    expect((await keys({ label: 'even', version: 'v3', category: 'done' })).toSorted()).toEqual(['PAY-0', 'PAY-6']);
    expect(await keys({ text: 'title', label: 'even', projectKey: 'CARD' })).toEqual([]);
  });

  it('forgets the labels that a ticket lost', async () => {
    writeFacts(test.file, [workItem(jira, 'PAY-1', { labels: ['a', 'b'] })]);
    writeFacts(test.file, [workItem(jira, 'PAY-1', { labels: ['b'] })]);

    expect(await keys({ label: 'a' })).toEqual([]);
    expect(await keys({ label: 'b' })).toEqual(['PAY-1']);
  });

  it('reads a ticket with its transitions in order', async () => {
    const item = workItem(jira, 'PAY-1');
    writeFacts(test.file, [
      item,
      transition(item, '2026-11-03T10:00:00Z', { toStatus: 'B' }),
      transition(item, '2026-11-02T10:00:00Z', { toStatus: 'A' }),
    ]);

    const { transitions } = await test.client.workItems.get({ id: item.id });

    expect(transitions.map((one) => one.toStatus)).toEqual(['A', 'B']);
  });

  it('does not show the facts of a removed connection, and shows them again when it comes back', async () => {
    writeFacts(test.file, [workItem(jira, 'PAY-1')]);
    await test.client.connections.remove({ id: jira });
    const removed = await keys({});
    await test.client.journal.undo({ seq: null });

    expect(removed).toEqual([]);
    expect(await keys({})).toEqual(['PAY-1']);
  });
});
