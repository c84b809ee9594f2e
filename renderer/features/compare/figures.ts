import type {
  ComparedOutlook,
  ConflictComparison,
  FigureComparison,
  Outlook,
} from '../../../shared/contract/branches.ts';
import { daysBetween } from '../../../shared/domain/calendar/days.ts';
import { formatCount } from '../../lib/format.ts';

/** One figure of both sides. */
export interface Beside {
  readonly plan: number | null;
  readonly branch: number | null;
}

/** Percent with one place under ten, so that small risks are told apart. */
export function percentText(share: number | null): string {
  if (share === null) return 'none';
  const percent = share * 100;
  return `${percent > 0 && percent < 10 ? percent.toFixed(1) : Math.round(percent)} %`;
}

/** The difference of two shares in percentage points: `+3.2 points`, `the same`. */
export function pointsText({ plan, branch }: Beside): string {
  if (plan === null) return branch === null ? 'none' : 'new in the branch';
  if (branch === null) return 'not in the branch';
  const points = Math.round((branch - plan) * 1_000) / 10;
  if (points === 0) return 'the same';
  return `${points > 0 ? '+' : '−'}${Math.abs(points)} ${Math.abs(points) === 1 ? 'point' : 'points'}`;
}

/** The difference of two counts: `2 more`, `1 fewer`, `the same`. */
export function countDifference(plan: number, branch: number): string {
  if (plan === branch) return 'the same';
  return branch > plan ? `${branch - plan} more` : `${plan - branch} fewer`;
}

/** How many conflicts hold: waived ones are not counted. */
export function openCount({ blocking, serious, minor }: ConflictComparison['plan']): number {
  return blocking + serious + minor;
}

/** Whether what is ahead is forecast to be done by the departure; null where that is not known. */
export function fits({ ahead, p85, departs }: Outlook): boolean | null {
  if (ahead === 0) return true;
  return p85 === null ? null : p85 <= departs;
}

/** In words: how far the forecast lies before or after the departure. */
export function fitText(outlook: Outlook | null): string {
  if (outlook === null) return 'not there';
  if (outlook.ahead === 0) return 'nothing left to do';
  if (outlook.p85 === null) return 'not within two years';
  const days = daysBetween(outlook.p85, outlook.departs);
  if (days === 0) return 'on the day';
  return days > 0 ? `fits, ${formatCount(days, 'day')} to spare` : `${formatCount(-days, 'day')} too late`;
}

/** The difference of two forecasts: `3 days later`, `the same`. */
export function forecastDifference({ plan, branch }: Pick<ComparedOutlook, 'plan' | 'branch'>): string {
  if (plan === null) return branch === null ? 'none' : 'new in the branch';
  if (branch === null) return 'not in the branch';
  if (plan.p85 === branch.p85) return 'the same';
  if (plan.p85 === null || branch.p85 === null) return branch.p85 === null ? 'later than can be said' : 'earlier';
  const days = daysBetween(plan.p85, branch.p85);
  return `${formatCount(Math.abs(days), 'day')} ${days > 0 ? 'later' : 'earlier'}`;
}

/** When a release departs, in the branch or else in the plan: what rows are ordered by. */
export function departureOf({ plan, branch }: Pick<ComparedOutlook, 'plan' | 'branch'>): string {
  return (branch ?? plan)?.departs ?? '';
}

/** How many of the outlooks of a side fit, of those that have anything to do there. */
export function fitCount(
  outlooks: readonly ComparedOutlook[],
  side: 'plan' | 'branch',
): { readonly fit: number; readonly of: number } {
  const there = outlooks.flatMap((row) => row[side] ?? []);
  return { fit: there.filter((outlook) => fits(outlook) === true).length, of: there.length };
}

function mean(shares: readonly (number | null)[]): number | null {
  const known = shares.filter((share) => share !== null);
  return known.length === 0 ? null : known.reduce((sum, share) => sum + share, 0) / known.length;
}

/** A tile over the figures: what, both sides and the difference, in words. */
export interface Tile {
  readonly label: string;
  readonly plan: string;
  readonly branch: string;
  readonly difference: string;
  /** Whether the branch is better, worse or neither, as far as the figure alone can say. */
  readonly verdict: 'better' | 'worse' | 'same';
}

function verdictOf(plan: number, branch: number): Tile['verdict'] {
  if (plan === branch) return 'same';
  return branch < plan ? 'better' : 'worse';
}

/** The tile of the conflicts. */
export function conflictTile({ plan, branch }: ConflictComparison): Tile {
  const [here, there] = [openCount(plan), openCount(branch)];
  return {
    label: 'Conflicts',
    plan: String(here),
    branch: String(there),
    difference: countDifference(here, there),
    verdict: verdictOf(here, there),
  };
}

/** The tiles of the other figures; one that nothing is known of is left out. */
export function figureTiles({ outlooks, environments, risks }: FigureComparison): readonly Tile[] {
  const tiles: Tile[] = [];
  const [here, there] = [fitCount(outlooks, 'plan'), fitCount(outlooks, 'branch')];
  if (outlooks.length > 0) {
    tiles.push({
      label: 'Releases done in time (P85)',
      plan: `${here.fit} of ${here.of}`,
      branch: `${there.fit} of ${there.of}`,
      difference: countDifference(here.fit, there.fit),
      verdict: verdictOf(here.of - here.fit, there.of - there.fit),
    });
  }
  const use = {
    plan: mean(environments.map((one) => one.use.plan)),
    branch: mean(environments.map((one) => one.use.branch)),
  };
  if (environments.length > 0) {
    tiles.push({
      label: 'Environments in use',
      plan: percentText(use.plan),
      branch: percentText(use.branch),
      difference: pointsText(use),
      verdict: 'same',
    });
  }
  const most = (side: 'plan' | 'branch') => Math.max(0, ...risks.map(({ risk }) => risk[side] ?? 0));
  if (risks.length > 0) {
    tiles.push({
      label: 'Riskiest release',
      plan: percentText(most('plan')),
      branch: percentText(most('branch')),
      difference: pointsText({ plan: most('plan'), branch: most('branch') }),
      verdict: verdictOf(most('plan'), most('branch')),
    });
  }
  return tiles;
}

/** Rows that differ first, each part in the order given. */
export function changedFirst<T>(rows: readonly T[], isChanged: (row: T) => boolean): readonly T[] {
  return [...rows.filter(isChanged), ...rows.filter((row) => !isChanged(row))];
}
