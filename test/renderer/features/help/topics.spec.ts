import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readMarkdown } from '../../../../renderer/features/help/markdown.ts';
import { findTopics, topicsOf } from '../../../../renderer/features/help/topics.ts';

const files = {
  '../resources/help/10-keyboard.md': '# Keyboard\n\nPress ?',
  '../resources/help/03-trains.md': '# Trains\n\nA cadence.',
  '../resources/help/README.md': '# Rules of this folder',
  '../resources/help/notes.md': 'No heading.',
};

describe('renderer/features/help/topics', () => {
  it('orders topics by the number of their file, names them without it, and leaves the folder’s README out', () => {
    expect(topicsOf(files).map(({ name, title }) => [name, title])).toEqual([
      ['trains', 'Trains'],
      ['keyboard', 'Keyboard'],
      ['notes', 'notes'],
    ]);
  });

  it('finds topics that hold every word, in any case', () => {
    const topics = topicsOf(files);

    expect(findTopics(topics, 'CADENCE trains').map(({ name }) => name)).toEqual(['trains']);
    expect(findTopics(topics, '  ')).toHaveLength(3);
    expect(findTopics(topics, 'nowhere')).toEqual([]);
  });

  it('reads every text that comes with the program, and every link between them leads somewhere', () => {
    const folder = path.resolve('resources/help');
    const sources = Object.fromEntries(
      fs
        .readdirSync(folder)
        .filter((file) => file.endsWith('.md'))
        .map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8')]),
    );
    const names = new Set(topicsOf(sources).map(({ name }) => name));
    const links = Object.values(sources).flatMap((source) =>
      [...source.matchAll(/\]\((?:\.\/)?(?:\d+-)?([\w-]+)\.md/g)].map((match) => match[1] ?? ''),
    );

    expect(names.size).toBeGreaterThan(5);
    expect(links.filter((link) => !names.has(link))).toEqual([]);
    expect(Object.values(sources).every((source) => readMarkdown(source)[0]?.kind === 'heading')).toBe(true);
  });
});
