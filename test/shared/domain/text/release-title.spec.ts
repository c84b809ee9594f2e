import { describe, expect, it } from 'vitest';
import { releaseTitle } from '../../../../shared/domain/text/release-title.ts';

describe('shared/domain/text/release-title', () => {
  it.each([
    ['Payments', '2027.01', 'Payments 2027.01'],
    ['Payments', 'Payments 2027.01', 'Payments 2027.01'],
    ['Payments', 'PAYMENTS 2027.01', 'PAYMENTS 2027.01'],
    ['Payments', 'payments', 'payments'],
    ['Firefox', 'Firefox140', 'Firefox140'],
    ['Kubernetes', 'kubernetes-1.30', 'kubernetes-1.30'],
    ['Node', 'Nodejs 22', 'Node Nodejs 22'],
    ['Shop', '2027.01 Shop', 'Shop 2027.01 Shop'],
    // The same accented letter, composed and taken apart.
    ['Caf\u00e9', 'Cafe\u0301 3', 'Cafe\u0301 3'],
    [' Shop US ', ' 2027.01 ', 'Shop US 2027.01'],
    ['', '2027.01', '2027.01'],
    [undefined, '2027.01', '2027.01'],
  ])('calls a release of train %j named %j %j', (train, release, title) => {
    expect(releaseTitle(train, release)).toBe(title);
  });
});
