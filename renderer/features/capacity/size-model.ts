import type { BoardedItem } from '../../../shared/contract/releases.ts';
import type { TrainFrontier, TrainSplit } from '../../../shared/model/forecast.ts';
import { formatCount } from '../../lib/format.ts';
import { percentText } from './forecast-model.ts';

/** The items of a train's largest part. */
function largest({ trains }: TrainSplit): number {
  return Math.max(0, ...trains.map(({ items }) => items.length));
}

/** A point of the frontier in words. */
export function splitLabel(split: TrainSplit): string {
  const { trains, maxRisk, anyRisk, expectedItemsBack } = split;
  const one = trains.length === 1;
  const size = one ? formatCount(largest(split), 'item') : `at most ${formatCount(largest(split), 'item')} each`;
  const risks = one
    ? `it fails in ${percentText(maxRisk)} of the cases`
    : `the riskiest fails in ${percentText(maxRisk)} of the cases, any of them in ${percentText(anyRisk)}`;
  return `${formatCount(trains.length, 'train')}, ${size}: ${risks}; ${expectedItemsBack.toFixed(1)} items go back on average`;
}

/** The splits that use all the trains they may: more trains than that do not help. */
export function usefulSplits({ rows }: TrainFrontier): readonly TrainSplit[] {
  return rows.filter(({ trains, allowed }) => trains.length === allowed);
}

/** The split of so many trains, or else of two, or else the only one. */
export function chosenSplit(splits: readonly TrainSplit[], trains: number | undefined): TrainSplit | null {
  return splits.find((one) => one.trains.length === (trains ?? 2)) ?? splits.at(-1) ?? null;
}

/** What a scope item is called: its ticket's key before its title. */
export function itemName(scope: readonly BoardedItem[], id: string): string {
  const found = scope.find(({ item }) => item.id === id);
  if (found === undefined) return id;
  return found.ticket === null ? found.item.title : `${found.ticket.key} ${found.item.title}`;
}

/** How sure it is that no better split exists. */
export function proofText({ proof, maxRisk, lowerBound }: TrainSplit): string {
  if (proof === 'best') return 'Proven: no split into so many trains has a lower highest risk.';
  return `The best that was found; no split can be below ${percentText(lowerBound)}, this one is at ${percentText(maxRisk)}.`;
}
