import { foldText } from '../../shared/domain/text/fold-text.ts';
import { places } from './navigation.ts';

type Place = (typeof places)[number];

/** Words that lead to a place whose name and address do not have them. */
const otherWords: Readonly<Partial<Record<Place['to'], string>>> = {
  '/catalogue': 'people persons absences dependencies',
  '/windows': 'maintenance overrides allowed',
  '/environments': 'bookings',
  '/deploy-order': 'versions skew compatibility',
  '/calendar': 'timeline month agenda releases',
  '/compare': 'branches what-if merge',
  '/import': 'feeds ics',
  '/work-items': 'tickets issues',
  '/journal': 'history audit',
  '/capacity': 'forecasts buffers',
  '/rota': 'rotation leads',
};

function wordsOf(text: string): readonly string[] {
  return foldText(text)
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word.length > 2);
}

/** The places that an address may have meant: those of which a word begins as one of its first part does, or the other way. */
export function likelyPlaces(address: string): readonly Place[] {
  const [asked = ''] = address.split('/').filter((part) => part !== '');
  const sought = wordsOf(asked);
  return places.filter(({ to, label }) => {
    const words = wordsOf(`${to} ${label} ${otherWords[to] ?? ''}`);
    return sought.some((one) => words.some((word) => word.startsWith(one) || one.startsWith(word)));
  });
}
