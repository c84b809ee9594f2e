import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../../shared/model/time.ts';
import { type TestCore, testCore } from '../../../support/core.ts';
import { importedPlan } from '../../../support/imports.ts';

describe('electron/core/services/exchange', () => {
  let test: TestCore;
  beforeEach(async () => {
    test = await testCore();
  });
  afterEach(() => test.end());

  it('lets a plan in whose calendar goes out', async () => {
    await test.client.exchange.importPlan({ ...importedPlan([{ name: 'R1' }]), accepted: null });

    const range = { from: day('2027-01-01'), to: day('2027-12-31'), trainIds: null };
    expect((await test.client.exchange.calendar(range)).text).toContain('SUMMARY:Payments R1 departs');
  });
});
