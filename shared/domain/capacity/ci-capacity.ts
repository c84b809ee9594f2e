import { Failure } from '../../model/failure.ts';
import type { CiCapacity } from '../../model/forecast.ts';
import { numberWords } from '../text/counted.ts';

/** Division leaves less than this behind where an item just fits. */
const ROUNDING = 1e-9;

/** What CI leaves for the items of one train. */
export interface CiRoom {
  /** Items that can be tested; Infinity where they cost no CI, or CI is no limit. */
  readonly items: number;
  /** Whether the tests of the train itself can run at all. */
  readonly testsTrain: boolean;
}

/** Refuses hours that cannot be, naming them. */
export function checkCi(ci: CiCapacity | null): void {
  const wrong = Object.entries(ci ?? {}).find(([, hours]) => !(Number.isFinite(hours) && hours >= 0));
  if (wrong === undefined) return;
  throw new Failure('BAD_INPUT', `Hours of CI are numbers from 0 up, not ${numberWords(wrong[1])}.`, {
    where: `ci.${wrong[0]}`,
    remedy: 'Enter a number, 0 for none.',
  });
}

/**
 * What CI leaves for a train that departs so many civil days after the one before: its hours of these days, for CI works on days
 * off too, less what the tests of any train take, over what an item takes. Ours (FEATURES M2.1).
 */
export function ciRoom(ci: CiCapacity | null, civilDays: number): CiRoom {
  if (ci === null) return { items: Number.POSITIVE_INFINITY, testsTrain: true };
  const left = ci.hoursPerDay * civilDays - ci.hoursPerTrain;
  if (left < 0) return { items: 0, testsTrain: false };
  return {
    items: ci.hoursPerItem === 0 ? Number.POSITIVE_INFINITY : Math.floor(left / ci.hoursPerItem + ROUNDING),
    testsTrain: true,
  };
}
