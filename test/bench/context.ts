import type { Enterprise } from '../support/simulator/enterprise.ts';
import type { SimulatedWorkspace } from '../support/simulator/workspace.ts';
import type { BenchOptions, Row } from './row.ts';

/** A workspace of a size, closed again; several benches use it one after the other. */
export interface BenchWorkspace {
  readonly file: string;
  readonly enterprise: Enterprise;
  readonly facts: number;
  readonly planned: SimulatedWorkspace['planned'];
  readonly connections: SimulatedWorkspace['connections'];
}

/** What every bench gets. */
export interface BenchContext extends BenchOptions {
  /** Facts, items or entries: the same everywhere, so that growth can be read across the table. */
  readonly sizes: readonly number[];
  /** A folder of this run's own; it is removed at its end. */
  readonly folder: string;
  /** Builds the workspace of a size when it is first asked for. */
  readonly workspace: (facts: number) => Promise<BenchWorkspace>;
  /** Says what is going on, on stderr. */
  readonly tell: (line: string) => void;
}

export type Bench = (context: BenchContext) => Promise<readonly Row[]>;
