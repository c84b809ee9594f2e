import { describe, expect, it } from 'vitest';
import { chainsOf, type PlannedService } from '../../../../shared/domain/skew/chains.ts';
import { compareVersions } from '../../../../shared/domain/skew/misfits.ts';
import type { NamedStep } from '../../../../shared/domain/skew/simulate-skew.ts';
import { misfitSentence, plannedSentence } from '../../../../shared/domain/skew/skew-sentence.ts';
import { Zone } from '../../../../shared/model/time.ts';
import { aStep, aVersion, plannedService } from '../../../support/skew.ts';

const zone = Zone.parse('Europe/Berlin');

function sentences(services: readonly PlannedService[], steps: readonly NamedStep[]) {
  const chains = chainsOf(services, steps);
  const names = { chains, steps, zone };
  return compareVersions(chains).misfits.map((misfit) => [
    misfitSentence(misfit, names),
    plannedSentence(misfit, names),
  ]);
}

describe('shared/domain/skew/skew-sentence', () => {
  const web = aVersion('4.2.0', { api: '>=3.1' });

  it('says until when the other is too old, in the zone of the workspace', () => {
    const services = [plannedService('web', null), plannedService('api', aVersion('3.0.2'))];
    const steps = [aStep('web', web, [9, 10]), aStep('api', aVersion('3.1.0'), [18, 19, 'Core 2027.2'])];
    expect(sentences(services, steps)).toEqual([
      [
        'web 4.2.0 needs api >=3.1, not 3.0.2',
        'web 4.2.0 needs api >=3.1, which is still 3.0.2 until Core 2027.2 is out (Tue 5 Jan 2027, 20:00 UTC+01:00)',
      ],
    ]);
  });

  it('says from when on the other is too new', () => {
    const services = [
      plannedService('web', aVersion('4.1.0', { api: '<3.1' })),
      plannedService('api', aVersion('3.0.2')),
    ];
    expect(sentences(services, [aStep('api', aVersion('3.1.0'), [18, 19, 'Core 2027.2'])])).toEqual([
      [
        'web 4.1.0 needs api <3.1, not 3.1.0',
        'web 4.1.0 needs api <3.1, which is 3.1.0 from Core 2027.2 on (Tue 5 Jan 2027, 19:00 UTC+01:00)',
      ],
    ]);
  });

  it('says that nothing changes the other', () => {
    const api = plannedService('api', aVersion('3.0.2'));
    expect(sentences([plannedService('web', null), api], [aStep('web', web, [9, 10])])[0]?.[1]).toBe(
      'web 4.2.0 needs api >=3.1, which is still 3.0.2 then',
    );
    expect(sentences([plannedService('web', web), api], [])[0]?.[1]).toBe('web 4.2.0 needs api >=3.1, which is 3.0.2');
  });

  it('says both where each needs something else of the other', () => {
    const services = [plannedService('web', web), plannedService('api', aVersion('3.0.2', { web: '<4' }))];
    expect(sentences(services, [])[0]?.[0]).toBe(
      'web 4.2.0 needs api >=3.1, not 3.0.2; api 3.0.2 needs web <4, not 4.2.0',
    );
  });
});
