import type { Skew } from '../../../shared/model/skew.ts';
import { formatCount } from '../../lib/format.ts';

/** What is found in the planned order, in a sentence. */
export function plannedVerdict({ planned }: Skew): string {
  const count = planned.bad.length;
  if (count === 0) return 'In the planned order nothing that does not fit runs together.';
  const already = planned.bad.filter((bad) => bad.already).length;
  const now = already === 0 ? '' : `, ${already === count ? 'and already does' : `${already} of them already`}`;
  return count === 1
    ? `One pair of versions that do not fit can run together in the planned order${now === '' ? '' : ', and already does'}.`
    : `${count} pairs of versions that do not fit can run together in the planned order${now}.`;
}

/** The releases that change places in the order that was found. */
export function reversedReleases({ order, steps }: Skew): ReadonlySet<string> {
  return new Set(
    order.waits
      .filter(({ planned }) => planned === 'reversed')
      .flatMap(({ first, second }) => [steps[first]?.releaseId ?? '', steps[second]?.releaseId ?? '']),
  );
}

/** Whether any order avoids what does not fit, in a sentence. */
export function orderVerdict(skew: Skew): string {
  const { result, bad, statesSearched, steps, waits } = skew.order;
  switch (result) {
    case 'as-planned':
      return 'The planned order is safe: nothing has to change places.';
    case 'safe': {
      const changing = reversedReleases(skew).size;
      if (changing > 0) {
        return `A safe order exists: ${formatCount(changing, 'release')} ${changing === 1 ? 'changes' : 'change'} places.`;
      }
      const open = waits.filter(({ planned }) => planned === 'open').length;
      return `A safe order exists within the plan: ${formatCount(open, 'step')} must wait for ${open === 1 ? 'another' : 'others'} where the plan leaves it open.`;
    }
    case 'hold': {
      const proven = `Hold: no order avoids ${bad.length === 1 ? 'a pair' : `${bad.length} pairs`} of versions that do not fit.`;
      return steps.length > 0
        ? proven
        : `${proven} There may be more, and the best order is not known: not searched to the end. Choose fewer days.`;
    }
    case 'unsearched':
      return `Not searched to the end: ${formatCount(statesSearched, 'state')} were looked at, and there are more. Choose fewer days.`;
  }
}

/** A step of the order that was found. */
export interface OrderedStep {
  /** Its position in the plan. */
  readonly step: number;
  /** The places, counted from one, of the steps that it waits for. */
  readonly after: readonly number[];
  /** It changes places with another. */
  readonly reversed: boolean;
}

/** The steps of the order that was found, each with the places of those it waits for. */
export function orderedSteps({ order }: Skew): readonly OrderedStep[] {
  const place = new Map(order.steps.map((step, at) => [step, at + 1]));
  return order.steps.map((step) => {
    const waits = order.waits.filter(({ second }) => second === step);
    const turned = order.waits.filter(
      ({ first, second, planned }) => planned === 'reversed' && (first === step || second === step),
    );
    return {
      step,
      after: waits.map(({ first }) => place.get(first) ?? 0).toSorted((a, b) => a - b),
      reversed: turned.length > 0,
    };
  });
}

/** What a step waits for, in words; null where it waits for nothing. */
export function afterWords(after: readonly number[]): string | null {
  if (after.length === 0) return null;
  const last = after.at(-1);
  return `waits for ${after.length === 1 ? last : `${after.slice(0, -1).join(', ')} and ${last}`}`;
}
