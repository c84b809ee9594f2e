import type { EntryPlace } from '../timeline/entry.ts';

/** The address of the place that an entry leads to, as it stands behind the `#`. */
export function placeAddress(place: EntryPlace): string {
  if (place.to === 'people') return '/catalogue';
  const id = encodeURIComponent(place.id);
  if (place.to === 'release') return `/releases/${id}`;
  return place.to === 'environment' ? `/environments?id=${id}` : `/windows?rule=${id}`;
}
