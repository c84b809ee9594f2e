import type { CadenceRow } from '../../model/forecast.ts';
import { counted, numberWords } from '../text/counted.ts';

/** From this probability on a scope fits; below the other it does not. Ours: P85 and P50. */
const FITS = 0.85;
const TIGHT = 0.5;

/** A share in whole percent; never 0 or 100 for what only comes near to it. */
function percent(share: number): string {
  if (share > 0 && share < 0.01) return 'less than 1 %';
  if (share < 1 && share >= 0.995) return 'more than 99 %';
  return `${Math.round(share * 100)} %`;
}

type Judged = Omit<CadenceRow, 'verdict' | 'text'>;

/** What overhead and CI cost, each a sentence with a space before it; empty where nothing is to be said. */
function costWords({ overheadShare, intervalsWithoutTime, trainsPerYear, ci }: Judged): readonly [string, string] {
  const overhead = overheadShare ?? 0;
  const limited = ci?.limited ?? 0;
  const untested = ci?.untested ?? 0;
  const trains = counted(trainsPerYear, 'train');
  return [
    (overhead === 0 ? '' : ` Overhead takes ${percent(overhead)} of the team's hours.`) +
      (limited === 0 ? '' : ` CI holds back ${percent(limited)} of the trains: people finish more than it can test.`),
    (intervalsWithoutTime === 0
      ? ''
      : ` ${numberWords(intervalsWithoutTime)} of ${trains} have no time left for work.`) +
      (untested === 0 ? '' : ` ${numberWords(untested)} of ${trains} cannot be tested in time.`),
  ];
}

/** A row's verdict, and why, in words. */
export function judgeCadence(row: Judged): Pick<CadenceRow, 'verdict' | 'text'> {
  const { fits, intervalsWithoutTime, trainsPerYear, ci } = row;
  const [cost, idle] = costWords(row);
  if (intervalsWithoutTime * 2 > trainsPerYear)
    return {
      verdict: 'no-time',
      text: `Not feasible: a train's overhead takes all the time between two of them.${idle}`,
    };
  if (ci !== null && ci.untested * 2 > trainsPerYear)
    return {
      verdict: 'no-ci',
      text: `Not feasible: the tests of a train take more CI than there is between two of them.${idle}`,
    };
  // The largest scope is the one that fits least.
  const worst = fits.reduce<CadenceRow['fits'][number] | null>(
    (least, each) => (least === null || each.items > least.items ? each : least),
    null,
  );
  if (worst === null) return { verdict: 'fits', text: `No release was named to fit.${cost}${idle}` };
  const said = `${worst.name} (${counted(worst.items, 'item')}) fits into a train in ${percent(worst.probability)} of the cases`;
  if (worst.probability >= FITS) return { verdict: 'fits', text: `Every release fits: even ${said}.${cost}${idle}` };
  if (worst.probability >= TIGHT) return { verdict: 'tight', text: `Tight: ${said}.${cost}${idle}` };
  return { verdict: 'too-small', text: `Too small: ${said}.${cost}${idle}` };
}
