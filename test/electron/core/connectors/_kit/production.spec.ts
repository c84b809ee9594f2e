import { describe, expect, it } from 'vitest';
import { createProductionReader } from '../../../../../electron/core/connectors/_kit/production.ts';

describe('electron/core/connectors/_kit/production', () => {
  const reader = createProductionReader({
    statuses: [],
    productionEnvironments: ['production', 'prod-*'],
    deploymentJobs: ['deploy * to prod'],
  });

  it.each([
    ['Production', true],
    ['prod-eu', true],
    ['preproduction', false],
    ['staging', false],
  ])('environment %s', (environment, production) => {
    expect(reader.isProduction(environment)).toBe(production);
    expect(reader.isProduction(environment)).toBe(production);
  });

  it.each([
    ['Deploy shop to prod', true],
    ['deploy to prod', false],
    ['test', false],
  ])('job %s', (name, deploys) => {
    expect(reader.isDeploymentJob(name)).toBe(deploys);
  });

  it('counts nothing without rules', () => {
    const none = createProductionReader({ statuses: [], productionEnvironments: [], deploymentJobs: [] });

    expect([none.isProduction('production'), none.isDeploymentJob('deploy')]).toEqual([false, false]);
  });
});
