import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeProcedures } from '../../electron/core/services/system.ts';
import { readMarkdown } from '../../renderer/features/help/markdown.ts';
import { topicsOf } from '../../renderer/features/help/topics.ts';
import { inShort } from '../../scripts/readme/embed-help.ts';
import { FailureCode } from '../../shared/model/failure.ts';

const FOLDER = 'resources/help';
const NAMES = readdirSync(FOLDER).filter((name) => /^\d\d-.+\.md$/.test(name));
const TEXTS = new Map(NAMES.map((name) => [name, readFileSync(`${FOLDER}/${name}`, 'utf8')]));

function linksOf(text: string): readonly string[] {
  return [...text.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1] ?? '');
}

describe('resources/help', () => {
  it('is found by the interface, each text under its title', () => {
    const topics = topicsOf(Object.fromEntries(TEXTS));

    expect(topics.map((topic) => topic.name)).toEqual(NAMES.toSorted().map((name) => name.slice(3, -'.md'.length)));
    expect(topics.length).toBeGreaterThan(10);
    expect(topics.filter((topic) => topic.title === topic.name)).toEqual([]);
  });

  it.each(NAMES)('%s keeps to the small Markdown that the interface draws', (name) => {
    const blocks = readMarkdown(TEXTS.get(name) ?? '');

    const texts = blocks.map((block) => JSON.stringify(block));
    expect(texts.filter((text) => /"kind":"text","text":"[^"]*(\*\*|`|\]\()/.test(text))).toEqual([]);
    expect(
      blocks.filter((block) => block.kind === 'table' && block.rows.some((row) => row.length !== block.head.length)),
    ).toEqual([]);
  });

  it.each(NAMES)('%s links only to texts that are there', (name) => {
    const broken = linksOf(TEXTS.get(name) ?? '').filter((link) => !link.startsWith('https://') && !TEXTS.has(link));

    expect(broken).toEqual([]);
  });

  it('tells main tasks in at most ten lines each', () => {
    const tasks = NAMES.filter((name) => TEXTS.get(name)?.includes('## In short'));

    expect(tasks.length).toBeGreaterThan(6);
    for (const name of tasks) {
      const items = inShort(TEXTS.get(name) ?? '').match(/^\d+\. /gm) ?? [];
      expect(items.length, name).toBeLessThanOrEqual(10);
    }
  });

  it('lists every shortcut of two keys, and none that there is not', () => {
    const sources = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    const bound = sources.flatMap((name) =>
      [...readFileSync(`renderer/${name}`, 'utf8').matchAll(/keys: '(\w \w)'/g)].map((match) => match[1]),
    );
    const rows = (TEXTS.get('18-keyboard.md') ?? '').matchAll(/`(\w)` then ((?:`\w`(?:, )?)+)/g);
    const listed = [...rows].flatMap(([, first, then = '']) =>
      [...then.matchAll(/`(\w)`/g)].map((match) => `${first} ${match[1]}`),
    );

    expect(bound.length).toBeGreaterThan(30);
    expect([...new Set(listed)].toSorted()).toEqual([...new Set(bound)].toSorted());
  });

  it('explains every error code, and none that there is not', () => {
    const explained = [...(TEXTS.get('21-troubleshooting.md') ?? '').matchAll(/^\| `([A-Z_]+)` \|/gm)].map(
      (match) => match[1],
    );

    expect(explained.toSorted()).toEqual(FailureCode.options.toSorted());
  });

  it('names only procedures that there are', () => {
    const known = new Set(describeProcedures().map((procedure) => procedure.name));
    const named = [...TEXTS.values()].flatMap((text) =>
      [...text.matchAll(/signalbox call ([\w.]+)/g)].map((match) => match[1] ?? ''),
    );

    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });
});
