import { describe, expect, it } from 'vitest';
import { lanesOf, pairKey, spotsOf } from '../../../../renderer/features/deploy-order/lanes.ts';
import { skewCase } from './skew-case.ts';

describe('renderer/features/deploy-order/lanes', () => {
  it('has what runs now until the first deployment begins, and each version until the next', () => {
    const [api, mail, web] = lanesOf(skewCase());

    expect(api?.bars).toMatchObject([
      { version: '1.0.0', releaseId: null, from: 0, deployedBy: 0, until: 40 },
      { version: '2.0.0', releaseId: 'second', from: 40, deployedBy: 41, until: 100 },
    ]);
    expect(mail?.bars).toMatchObject([{ version: null, from: 0, until: 100 }]);
    expect(web?.bars).toMatchObject([
      { version: '1.0.0', releaseId: 'old', from: 0, until: 10 },
      { version: '2.0.0', releaseId: 'first', from: 10, deployedBy: 12, until: 100 },
    ]);
  });

  it('keeps bars within the days that are looked at', () => {
    const steps = [{ serviceId: 'web', version: '2.0.0', releaseId: 'first', span: { start: -5, end: 120 } }];
    const web = lanesOf(skewCase({ steps }))[2];

    expect(web?.bars).toMatchObject([
      { from: 0, until: 0 },
      { from: 0, deployedBy: 100, until: 100 },
    ]);
  });

  it('places what does not fit on the lanes of both, from the beginning or to the end where nothing else is said', () => {
    const { planned } = skewCase();
    const [bad] = planned.bad;
    const open = { ...bad, from: null, until: null };

    expect(spotsOf(skewCase())).toMatchObject([{ text: 'Web needs API', lanes: [2, 0], from: 10, until: 41 }]);
    expect(spotsOf(skewCase({ planned: { bad: [open] } }))).toMatchObject([{ from: 0, until: 100 }]);
    expect(bad && pairKey(bad.pair)).toBe('web 2.0.0 0 / api 1.0.0 now');
  });
});
