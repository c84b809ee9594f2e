import { foldText } from './fold-text.ts';

/**
 * What a release is called wherever trains mix: `Payments 2027.01`, its train's name before its own. A name that begins with
 * the train's already, as a word and in any case, says it by itself; so does one whose train is not known.
 */
export function releaseTitle(train: string | undefined, release: string): string {
  const name = release.trim();
  const lead = train?.trim() ?? '';
  if (lead === '') return name;
  const begins = foldText(name).startsWith(foldText(lead));
  // “Node” does not begin “Nodejs 22”.
  const isWord = begins && !/^\p{L}/u.test(foldText(name).slice(foldText(lead).length));
  return isWord ? name : `${lead} ${name}`;
}
