import { join } from 'node:path';
import { enterpriseOfSize } from '../support/simulator/size.ts';
import { createSimulatedWorkspace } from '../support/simulator/workspace.ts';
import type { BenchWorkspace } from './context.ts';

/** Nine in the morning, UTC, of the day of the run: the screens then show a day's usual load. */
export function benchNow(): number {
  return Math.floor(Date.now() / 86_400_000) * 86_400_000 + 9 * 3_600_000;
}

async function build(folder: string, facts: number, tell: (line: string) => void): Promise<BenchWorkspace> {
  const started = performance.now();
  const enterprise = enterpriseOfSize({ facts, to: benchNow() });
  const file = join(folder, `enterprise-${facts}.signalbox`);
  const { core, filled, planned, connections } = await createSimulatedWorkspace(file, enterprise);
  await core.close();
  tell(`built a workspace of ${filled.facts} facts in ${((performance.now() - started) / 1_000).toFixed(1)} s`);
  return { file, enterprise, facts: filled.facts, planned, connections };
}

/** Builds each workspace once a run, when it is first asked for. */
export function createWorkspaces(folder: string, tell: (line: string) => void) {
  const built = new Map<number, Promise<BenchWorkspace>>();
  return (facts: number): Promise<BenchWorkspace> => {
    const known = built.get(facts) ?? build(folder, facts, tell);
    built.set(facts, known);
    return known;
  };
}
