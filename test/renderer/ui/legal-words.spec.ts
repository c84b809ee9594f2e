import { describe, expect, it } from 'vitest';
import { legalLines, placeNames, targetText } from '../../../renderer/ui/legal-words.ts';
import { Target, TargetVerdict } from '../../../shared/model/verdict.ts';
import { anInstant, aZone } from '../../support/times.ts';

const names = placeNames(
  { services: [{ id: 'service-1', name: 'api' }], teams: [{ id: 'team-1', name: 'Checkout' }] } as never,
  [{ id: 'environment-1', name: 'production' }] as never,
);
const nothing = { environmentId: null, region: null, serviceId: null, tier: null, teamId: null, tenant: null };

function target(fields: Record<string, unknown> = {}): Target {
  return Target.parse({ ...nothing, ...fields });
}

function frozen(of: Target, count = 1): TargetVerdict {
  const at = (hour: number) => anInstant('2026-12-08T00:00Z') + hour * 3_600_000;
  const because = (key: number) => ({
    ruleId: 'schedule-rule-1',
    kind: 'freeze',
    name: 'Sale days',
    occurrence: { key: String(key), span: { start: at(key), end: at(key + 1) } },
    override: null,
  });
  const segments = Array.from({ length: count }, (_, key) => [
    { span: { start: at(key), end: at(key + 0.5) }, state: 'frozen', because: [because(key)] },
    { span: { start: at(key + 0.5), end: at(key + 1) }, state: 'open', because: [] },
  ]).flat();
  return TargetVerdict.parse({ target: of, legal: false, segments });
}

describe('renderer/ui/legal-words', () => {
  it.each([
    [target(), 'The deployment'],
    [target({ serviceId: 'service-1' }), 'api'],
    [target({ serviceId: 'service-1', environmentId: 'environment-1', region: 'eu' }), 'api in production, eu'],
    [target({ teamId: 'team-1' }), 'what Checkout ships'],
    [target({ serviceId: 'service-9' }), 'service-9'],
  ])('names what a deployment touches: %j', (of, text) => {
    expect(targetText(of, names)).toBe(text);
  });

  it('tells of a forbidden place what forbids it alone, on the clock of the reader', () => {
    const [line] = legalLines([frozen(target())], names, aZone('Europe/Berlin'));

    expect(line).toMatchObject({ place: 'The deployment', legal: false, more: 0 });
    expect(line?.reasons).toEqual([
      'Tue 8 Dec 2026, 01:00 to 01:30 UTC+01:00: frozen by “Sale days”, until Tue 8 Dec 2026, 02:00 UTC+01:00.',
    ]);
  });

  it('tells of an allowed place by what it is allowed', () => {
    const { segments } = frozen(target());
    const open = { target: target(), legal: true, segments: segments.filter(({ state }) => state === 'open') };

    const [line] = legalLines([open], names, aZone('UTC'));

    expect(line).toMatchObject({ legal: true, reasons: [expect.stringContaining('open: no window, freeze')] });
  });

  it('gathers places of which the same is said, and counts the reasons that it leaves out', () => {
    const zone = aZone('UTC');
    const services = [frozen(target({ serviceId: 'service-1' }), 8), frozen(target({ serviceId: 'service-2' }), 8)];

    const lines = legalLines([...services, frozen(target())], names, zone);

    expect(lines.map(({ place, more }) => [place, more])).toEqual([
      ['api; service-2', 3],
      ['The deployment', 0],
    ]);
    expect(lines[0]?.reasons).toHaveLength(5);
  });
});
