import fs from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CoreClient } from '../../electron/core/core.ts';
import type { StatusCategory } from '../../shared/model/connection.ts';
import type { Day } from '../../shared/model/time.ts';
import { testFolder } from '../support/core.ts';
import { enterpriseOfSize } from '../support/simulator/size.ts';
import { createSimulatedWorkspace, type SimulatedWorkspace } from '../support/simulator/workspace.ts';

/** Lists filtered by the store, held against the same filters written plainly over all rows. */
let folder: string;
let workspace: SimulatedWorkspace;
let client: CoreClient;

beforeAll(async () => {
  folder = testFolder();
  workspace = await createSimulatedWorkspace(
    path.join(folder, 'lists.signalbox'),
    enterpriseOfSize({ facts: 6_000, seed: 8 }),
  );
  client = workspace.core.client;
});

afterAll(async () => {
  await workspace.core.close();
  fs.rmSync(folder, { recursive: true });
});

async function everyPage<T>(read: (after: string | null) => Promise<{ rows: T[]; next: string | null }>): Promise<T[]> {
  const all: T[] = [];
  for (let after: string | null = null; ; ) {
    const page = await read(after);
    all.push(...page.rows);
    if (page.next === null) return all;
    after = page.next;
  }
}

/** Words as the store sees them: letters and digits, without case and accents. */
function words(text: string): readonly string[] {
  return (
    text
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Every word asked for occurs, each perhaps unfinished; signs without a word occur nowhere. */
function holdsText(text: string, asked: string): boolean {
  if (asked !== '' && words(asked).length === 0) return false;
  return words(asked).every((word) => words(text).some((found) => found.startsWith(word)));
}

describe('filtered lists', () => {
  it('work items: every mix of filters gives what looking at all of them gives, newest first, page by page', async () => {
    const all = await everyPage((after) => client.workItems.search({ limit: 500, after }));
    const some = <T>(values: readonly (T | null)[]) => fc.constantFrom(...new Set([null, ...values]));
    const filter = fc.record({
      connectionId: some([workspace.connections.jira, workspace.connections.github]),
      projectKey: some(all.slice(0, 40).map((item) => item.projectKey)),
      category: some<StatusCategory>(['new', 'active', 'waiting', 'done']),
      label: some(all.flatMap((item) => item.labels).slice(0, 30)),
      version: some(all.flatMap((item) => item.versions).slice(0, 30)),
      text: fc.constantFrom('', '', 'fix', 'the ref', 'price table', 'no such word', '%'),
      limit: fc.integer({ min: 1, max: 60 }),
    });

    await fc.assert(
      fc.asyncProperty(filter, async ({ limit, ...asked }) => {
        const found = await everyPage((after) => client.workItems.search({ ...asked, limit, after }));

        const expected = all.filter(
          (item) =>
            (asked.connectionId === null || item.connectionId === asked.connectionId) &&
            (asked.projectKey === null || item.projectKey === asked.projectKey) &&
            (asked.category === null || item.category === asked.category) &&
            (asked.label === null || item.labels.includes(asked.label)) &&
            (asked.version === null || item.versions.includes(asked.version)) &&
            holdsText(`${item.key} ${item.title}`, asked.text),
        );
        const ids = (items: readonly { readonly id: string }[]) => items.map(({ id }) => id);
        if (words(asked.text).length > 0) expect(ids(found).sort()).toEqual(ids(expected).sort());
        else expect(ids(found)).toEqual(ids(expected));
      }),
      { numRuns: 60 },
    );
    const order = all.map(({ updatedAt, id }) => `${String(updatedAt).padStart(16, '0')} ${id}`);
    expect(order).toEqual([...order].sort().reverse());
    expect(all.length).toBeGreaterThan(200);
  });

  it('journal: every mix of filters gives what looking at all of it gives, newest first, page by page', async () => {
    await client.journal.undo({ seq: null });
    const all = await everyPage((after) => client.journal.list({ limit: 500, after }));
    const kinds = new Map<number, ReadonlySet<string>>();
    for (const { seq } of all) {
      const { changes } = await client.journal.get({ seq });
      kinds.set(seq, new Set(changes.map(({ kind }) => kind)));
    }
    const day = (at: number) => new Date(at).toISOString().slice(0, 10) as Day;
    const today = day(all[0]?.at ?? 0);
    const tomorrow = day((all[0]?.at ?? 0) + 86_400_000);
    const filter = fc.record({
      actor: fc.constantFrom(null, 'Ada', 'Nobody'),
      command: fc.constantFrom(null, ...new Set(all.map(({ command }) => command)), 'no.such'),
      kind: fc.constantFrom(null, 'train', 'release', 'milestone', 'scope-item', 'connection', 'workspace'),
      text: fc.constantFrom('', '', 'created', 'gener rel', 'no such', '%'),
      from: fc.constantFrom(null, today, tomorrow),
      to: fc.constantFrom(null, today, '2001-01-01' as Day),
      limit: fc.integer({ min: 1, max: 60 }),
    });

    await fc.assert(
      fc.asyncProperty(filter, async ({ limit, ...asked }) => {
        const found = await everyPage((after) => client.journal.list({ ...asked, limit, after } as never));

        const expected = all.filter(
          (entry) =>
            (asked.actor === null || entry.actor === asked.actor) &&
            (asked.command === null || entry.command === asked.command) &&
            (asked.kind === null || kinds.get(entry.seq)?.has(asked.kind)) &&
            (asked.from === null || day(entry.at) >= asked.from) &&
            (asked.to === null || day(entry.at) <= asked.to) &&
            holdsText(entry.summary, asked.text),
        );
        expect(found.map(({ seq }) => seq)).toEqual(expected.map(({ seq }) => seq));
      }),
      { numRuns: 60 },
    );
    expect(all.length).toBeGreaterThan(100);
  });
});
