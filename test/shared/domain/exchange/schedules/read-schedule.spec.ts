import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSchedule } from '../../../../../shared/domain/exchange/schedules/read-schedule.ts';

describe('shared/domain/exchange/schedules/read-schedule', () => {
  it.each([
    [
      'openstack',
      "release-week: '2026-09-28'\ncycle: [{start: '2026-09-28', end: '2026-10-02', x-project: [h-final]}]",
    ],
    ['kubernetes', 'schedules:\n- release: 1.30\n  releaseDate: 2024-04-17'],
    ['node', '{"v26":{"start":"2026-04-22","end":"2029-04-30"}}'],
    ['python', '{"3.15":{"first_release":"2026-10-01","end_of_life":"2031-10","status":"prerelease"}}'],
    [
      'python',
      '# of Python\n[metadata."3.15"]\npep = 790\n[[release."3.15"]]\nstage = "3.15.0 final"\nstate = "expected"\ndate = 2026-10-01',
    ],
    ['firefox', '{"1.0":"2004-11-09","1.5":"2005-11-29"}'],
  ])('recognises %s by what is in the file', (kind, text) => {
    const schedule = readSchedule(text);

    expect(schedule.kind).toBe(kind);
    expect(schedule.plan).toMatchObject({ source: kind, zone: 'UTC', attribution: expect.any(String) });
  });

  it('keeps versions as they are written: 1.30 is not 1.3', () => {
    const { plan } = readSchedule('schedules:\n- release: 1.30\n  releaseDate: 2024-04-17');

    expect(plan.releases.map(({ name }) => name)).toEqual(['Kubernetes 1.30']);
  });

  it.each([
    ['nothing', ''],
    ['a list', '[1, 2]'],
    ['text', 'Dear all, the plan has moved.'],
    ['another document', 'name: x\nvalues: [1]'],
    ['YAML that is none', 'a: [1, 2\nb: }'],
    ['another TOML', 'a = 1'],
    ['TOML of a thousand brackets and more', `a = ${'['.repeat(100_000)}`],
  ])('refuses %s and says what is known', (_what, text) => {
    expect(() => readSchedule(text)).toThrow('no schedule that is known here');
  });

  it('says the line of TOML that cannot be read', () => {
    expect(() => readSchedule('[metadata."3.15"]\npep = 790\npep = ')).toThrow(
      expect.objectContaining({ message: expect.stringContaining('no TOML that can be read'), where: 'line 3' }),
    );
  });

  it('does not unfold aliases into all memory', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      ...Array.from({ length: 9 }, (_, at) => {
        const [before, now] = [String.fromCharCode(97 + at), String.fromCharCode(98 + at)];
        return `${now}: &${now} [${Array(9).fill(`*${before}`).join(', ')}]`;
      }),
    ].join('\n');

    expect(() => readSchedule(bomb)).toThrow('no schedule that is known here');
  });

  it('says why a schedule without a single day is not taken', () => {
    expect(() => readSchedule('schedules:\n- release: 1.18\n  next: {release: 1.18.4, targetDate: TBD}')).toThrow(
      'The file names no release that could be planned: Kubernetes 1.18.4 has no day.',
    );
  });

  it('fails in words only, whatever a document holds', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('cycle', 'schedules', 'releases', 'v1', '3.1', '1.0'), (json, key) => {
        const text = `{"${key}": ${json}, "release-week": "2026-01-01"}`;

        try {
          readSchedule(text);
        } catch (error) {
          expect(error).toMatchObject({ name: 'Failure' });
        }
      }),
    );
  });
});
