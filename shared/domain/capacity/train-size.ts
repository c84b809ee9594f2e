import { Failure } from '../../model/failure.ts';
import type { Notice, TrainFrontier, TrainSplit } from '../../model/forecast.ts';
import { counted } from '../text/counted.ts';
import { type ExactSplit, exactSplit } from './train-exact.ts';
import { type Assignment, lowerBoundOf } from './train-load.ts';
import { riskOf, type TrainItem, trainHazard } from './train-risk.ts';
import { goodSplit, type Orders, ordersOf } from './train-search.ts';
import { type Units, unitsOf } from './train-units.ts';

/** The scope to be split, and the share of an item's risk that its services share. */
export interface SplitQuestion {
  readonly items: readonly TrainItem[];
  readonly beta: number;
}

const MOST_ITEMS = 1_000;
const MOST_TRAINS = 50;
/** How many trains a frontier looks at where nobody says otherwise. */
const FRONTIER_TRAINS = 8;

function refuse(message: string, where: string, remedy: string): never {
  throw new Failure('BAD_INPUT', message, { where, remedy });
}

function checkScope({ items, beta }: SplitQuestion): void {
  if (!(beta >= 0 && beta <= 1))
    refuse(
      `The shared part of the risk is a number from 0 to 1, not ${beta}.`,
      'beta',
      'Use 0.1 where nothing is known.',
    );
  if (items.length > MOST_ITEMS)
    refuse(
      `A scope of ${counted(items.length, 'item')} is too large to be split.`,
      'items',
      `Choose at most ${counted(MOST_ITEMS, 'item')}.`,
    );
  const seen = new Set<string>();
  for (const { id, failure } of items) {
    if (seen.has(id)) refuse(`The item ${id} is in the scope twice.`, 'items', 'Take one of the two away.');
    seen.add(id);
    if (!(failure >= 0 && failure < 1))
      refuse(
        `The item ${id} would fail with a probability of ${failure}.`,
        `items.${id}`,
        'Use 0 to below 1; leave out an item that is sure to fail.',
      );
  }
}

function checkTrains(trains: number): void {
  if (Number.isInteger(trains) && trains >= 1 && trains <= MOST_TRAINS) return;
  refuse(`A scope is split into 1 to ${MOST_TRAINS} trains, not ${trains}.`, 'trains', 'Choose a number of trains.');
}

/** What is split, made ready once for any number of trains. */
interface Prepared {
  readonly all: Units;
  readonly orders: Orders;
}

function prepare({ items, beta }: SplitQuestion): Prepared {
  const all = unitsOf(items, beta);
  return { all, orders: ordersOf(all) };
}

function splitUnits(trains: number, { all, orders }: Prepared, known: Assignment | null): ExactSplit {
  const good = goodSplit(all, { trains, orders, least: lowerBoundOf(all, trains), known });
  return exactSplit(all, { trains, order: orders.riskFirst, known: good });
}

function told(question: SplitQuestion, all: Units, trains: number, found: ExactSplit): TrainSplit {
  const { items, beta } = question;
  const aboard = Array.from({ length: trains }, () => [] as number[]);
  for (const [index, { members }] of all.units.entries()) aboard[found.assignment[index] ?? 0]?.push(...members);
  const used = aboard
    .filter((members) => members.length > 0)
    .map((members) => members.sort((left, right) => left - right).map((place) => items[place] as TrainItem));
  const hazards = used.map((members) => trainHazard(members, beta));
  const risks = hazards.map(riskOf);
  return {
    trains: used.map((members, index) => ({ items: members.map(({ id }) => id), risk: risks[index] ?? 0 })),
    allowed: trains,
    maxRisk: Math.max(0, ...risks),
    anyRisk: riskOf(hazards.reduce((sum, hazard) => sum + hazard, 0)),
    expectedFailures: risks.reduce((sum, risk) => sum + risk, 0),
    expectedItemsBack: risks.reduce((sum, risk, index) => sum + risk * (used[index]?.length ?? 0), 0),
    lowerBound: riskOf(lowerBoundOf(all, trains)),
    proof: found.proven ? 'best' : 'found',
  };
}

/** How likely a train with these items fails; see `trainHazard` for the formula. No items: 0. */
export function trainRisk({ items, beta }: SplitQuestion): number {
  checkScope({ items, beta });
  return riskOf(trainHazard(items, beta));
}

/**
 * The split of a scope into at most so many trains whose riskiest train is least risky; an item's dependencies ride the same
 * or an earlier train. Small scopes are searched through; for large ones the best split found comes with a bound that no
 * split can fall below. Trains that would not help stay unused. The objective is ours (FEATURES M2.8: no product has one).
 */
export function bestSplit(question: SplitQuestion, trains: number): TrainSplit {
  checkScope(question);
  checkTrains(trains);
  const prepared = prepare(question);
  return told(question, prepared.all, trains, splitUnits(trains, prepared, null));
}

/**
 * The best split into one train, two trains, and so on: the highest risk falls, while each further train has its overhead
 * and, where services are shared, its own chance of the common cause. The highest risk never rises from row to row.
 */
export function trainFrontier(question: SplitQuestion, mostTrains: number = FRONTIER_TRAINS): TrainFrontier {
  checkScope(question);
  checkTrains(mostTrains);
  const prepared = prepare(question);
  const { all } = prepared;
  const rows: TrainSplit[] = [];
  let known: Assignment | null = null;
  for (let trains = 1; trains <= Math.min(mostTrains, Math.max(1, all.units.length)); trains += 1) {
    const found = splitUnits(trains, prepared, known);
    rows.push(told(question, all, trains, found));
    known = found.assignment;
  }
  const notices: Notice[] =
    question.items.length === 0 ? [{ kind: 'nothing-to-do', text: 'There is no item to put on a train.' }] : [];
  if (all.outside > 0)
    notices.push({
      kind: 'outside-dependency',
      text:
        all.outside === 1
          ? '1 dependency on an item outside of this scope is not looked at.'
          : `${all.outside} dependencies on items outside of this scope are not looked at.`,
    });
  return { beta: question.beta, rows, notices };
}
