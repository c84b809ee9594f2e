import type { Notice } from '../../model/forecast.ts';
import { counted, numberWords } from '../text/counted.ts';

/** What is said where some of the items aboard ended undone; nothing where none did. */
export function undoneNotice(undone: number, aboard: number): readonly Notice[] {
  if (undone === 0) return [];
  const text = `${numberWords(undone)} of ${counted(aboard, 'item')} ended undone: they count neither as done nor as left to do.`;
  return [{ kind: 'left-out', text }];
}
