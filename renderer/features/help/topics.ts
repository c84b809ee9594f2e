import { plainText, readMarkdown } from './markdown.ts';

/** One text of the help. */
export interface Topic {
  /** As the address names it: the file's name. */
  readonly name: string;
  readonly title: string;
  readonly source: string;
}

/** Makes topics of files by their paths, in the order of their names; a leading number only orders. */
export function topicsOf(files: Readonly<Record<string, string>>): readonly Topic[] {
  return Object.entries(files)
    .sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
    .map(([path, source]) => {
      const file = path.split('/').at(-1) ?? path;
      const name = file.replace(/\.md$/, '').replace(/^\d+-/, '');
      const heading = readMarkdown(source).find((block) => block.kind === 'heading');
      return { name, source, title: heading === undefined ? name : plainText(heading.content) };
    })
    .filter((topic) => topic.name.toLowerCase() !== 'readme');
}

/** The topics whose title or text holds every word. */
export function findTopics(topics: readonly Topic[], text: string): readonly Topic[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return topics.filter((topic) => {
    const whole = `${topic.title} ${topic.source}`.toLowerCase();
    return words.every((word) => whole.includes(word));
  });
}
