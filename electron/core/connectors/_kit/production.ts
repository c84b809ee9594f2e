import { compileGlob } from '../../../../shared/domain/text/glob.ts';
import type { MappingRules } from '../../../../shared/model/connection.ts';

/** What the user's rules say of environments and of jobs. */
export interface ProductionReader {
  /** Whether deployments to this environment count as production. */
  readonly isProduction: (environment: string) => boolean;
  /** Whether the success of a job or workflow of this name is a deployment to production. */
  readonly isDeploymentJob: (name: string) => boolean;
}

function anyOf(patterns: readonly string[]): (name: string) => boolean {
  const compiled = patterns.map((pattern) => compileGlob(pattern));
  const known = new Map<string, boolean>();
  return (name) => {
    let matches = known.get(name);
    if (matches === undefined) {
      matches = compiled.some((matchesName) => matchesName(name));
      known.set(name, matches);
    }
    return matches;
  };
}

/** Rules are compiled once for all pages of a run. */
const readers = new WeakMap<MappingRules, ProductionReader>();

export function createProductionReader(rules: MappingRules): ProductionReader {
  const { productionEnvironments, deploymentJobs } = rules;
  const known = readers.get(rules);
  const reader = known ?? { isProduction: anyOf(productionEnvironments), isDeploymentJob: anyOf(deploymentJobs) };
  readers.set(rules, reader);
  return reader;
}
