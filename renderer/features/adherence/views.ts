import type { View } from '../../ui/view-toggle.tsx';
import type { AdherenceViewName } from './search.ts';

/** Drawn, or as a table. */
export const adherenceViews: readonly View<AdherenceViewName>[] = [
  { name: 'pictures', label: 'Pictures', keys: 'v p' },
  { name: 'table', label: 'Table', keys: 'v t' },
];
