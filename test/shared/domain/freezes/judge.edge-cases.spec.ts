import { describe, expect, it } from 'vitest';
import { firstLegal } from '../../../../shared/domain/freezes/first-legal.ts';
import { judge, legalMinutes, spanOfDeployment } from '../../../../shared/domain/freezes/judge.ts';
import { makeSchedule } from '../../../../shared/domain/freezes/schedule.ts';
import { span } from '../../../../shared/domain/freezes/spans.ts';
import { When } from '../../../../shared/model/schedule-rule.ts';
import { anOverride, aRule, aScope, aTarget, daily, once } from '../../../support/schedule.ts';
import { anInstant, isoOf } from '../../../support/times.ts';

function between(from: string, to: string) {
  return span(anInstant(from), anInstant(to));
}

const prod = aTarget({ environment: 'prod' });
const staging = aTarget({ environment: 'staging' });
const yearEnd = aRule({
  id: 'year-end',
  scope: aScope({ environments: ['prod'] }),
  holds: once('2026-12-20T00:00', '2027-01-03T00:00', 'Europe/Berlin'),
});

/** Cases on which other products broke, as their trackers report them. */
describe('shared/domain/freezes/judge: edge cases of other products', () => {
  it('a one-off freeze in the future does not block now (Octopus #9621)', () => {
    const verdict = judge(makeSchedule([yearEnd], []), [prod], between('2026-12-01T10:00Z', '2026-12-01T11:00Z'));

    expect(verdict.legal).toBe(true);
    expect(verdict.targets[0]?.segments.map((one) => [one.state, one.because])).toEqual([['open', []]]);
  });

  it('a deployment scheduled into a freeze is refused though nothing is frozen when it is asked for (Octopus #9599)', () => {
    const asked = { askedAt: anInstant('2026-12-01T10:00Z'), minutes: 60 };
    const into = spanOfDeployment({ ...asked, scheduledAt: anInstant('2026-12-24T10:00Z') });

    const verdict = judge(makeSchedule([yearEnd], []), [prod], into);

    expect(verdict.legal).toBe(false);
    expect(verdict.targets[0]?.segments[0]).toMatchObject({ state: 'frozen', because: [{ ruleId: 'year-end' }] });
  });

  it('a deployment scheduled behind a freeze is allowed though all is frozen when it is asked for (Octopus #9599)', () => {
    const behind = spanOfDeployment({
      askedAt: anInstant('2026-12-24T10:00Z'),
      scheduledAt: anInstant('2027-01-04T10:00Z'),
      minutes: 60,
    });

    expect(judge(makeSchedule([yearEnd], []), [prod], behind).legal).toBe(true);
  });

  it('an override works where several environments are chosen and only one of them is frozen (Octopus #8793)', () => {
    const override = anOverride({
      freeze: 'year-end',
      start: '2026-12-24T10:00Z',
      end: '2026-12-24T12:00Z',
      scope: aScope({ environments: ['prod'] }),
    });
    const range = between('2026-12-24T10:00Z', '2026-12-24T11:00Z');

    expect(judge(makeSchedule([yearEnd], []), [staging, prod], range)).toMatchObject({
      legal: false,
      targets: [{ legal: true }, { legal: false }],
    });
    expect(judge(makeSchedule([yearEnd], [override]), [staging, prod], range)).toMatchObject({
      legal: true,
      targets: [{ segments: [{ state: 'open' }] }, { segments: [{ state: 'overridden' }] }],
    });
  });

  it('each occurrence of a recurring freeze is named by itself, so that each can be audited (Octopus #9173)', () => {
    const saturdays = aRule({
      id: 'third-saturday',
      holds: daily({ rrule: 'FREQ=MONTHLY;BYDAY=3SA', start: '00:00', end: '00:00', endDayOffset: 1 }),
    });
    const frozenOn = (day: string) => {
      const range = between(`${day}T10:00Z`, `${day}T11:00Z`);
      return judge(makeSchedule([saturdays], []), [prod], range).targets[0]?.segments[0]?.because.map(
        (one) => one.occurrence.key,
      );
    };

    expect(frozenOn('2026-01-17')).toEqual(['2026-01-17']);
    expect(frozenOn('2026-02-21')).toEqual(['2026-02-21']);
    expect(frozenOn('2026-02-14')).toEqual([]);
  });

  it('a freeze of one tenant blocks that tenant and no other, nor what no tenant is known of (Octopus #9172)', () => {
    const ofTenant = aRule({
      id: 'acme-only',
      scope: aScope({ tenants: ['acme'] }),
      holds: once('2026-05-01T00:00', '2026-06-01T00:00'),
    });
    const range = between('2026-05-10T10:00Z', '2026-05-10T11:00Z');

    const verdict = judge(
      makeSchedule([ofTenant], []),
      [aTarget({ environment: 'prod', tenant: 'acme' }), aTarget({ environment: 'prod', tenant: 'globex' }), prod],
      range,
    );

    expect(verdict.targets.map((one) => one.legal)).toEqual([false, true, true]);
  });

  it('bounds carry their own distances from UTC, which may differ (+10:00 to +08:00, as Pulumi has it)', () => {
    const freeze = aRule({
      id: 'f',
      holds: When.parse({
        by: 'once',
        start: { local: '2026-12-25T00:00', clock: { by: 'offset', minutes: 600 } },
        end: { local: '2026-12-26T00:00', clock: { by: 'offset', minutes: 480 } },
      }),
    });
    const frozenMinutes = (from: string, to: string) =>
      (anInstant(to) - anInstant(from)) / 60_000 - legalMinutes(makeSchedule([freeze], []), [prod], between(from, to));

    expect(frozenMinutes('2026-12-24T00:00Z', '2026-12-27T00:00Z')).toBe(26 * 60);
    expect(frozenMinutes('2026-12-24T13:59Z', '2026-12-24T14:01Z')).toBe(1);
    expect(frozenMinutes('2026-12-25T15:59Z', '2026-12-25T16:01Z')).toBe(1);
  });

  it('business hours of each region open in that region, also where its clocks change (Octopus #9173)', () => {
    const hours = (region: string, zone: string) =>
      aRule({
        id: `hours-${region}`,
        kind: 'window',
        scope: aScope({ regions: [region] }),
        holds: daily({ rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', start: '09:00', end: '17:00', zone }),
      });
    const schedule = makeSchedule([hours('EU', 'Europe/Berlin'), hours('US', 'America/New_York')], []);
    const first = (region: string, after: string) => {
      const answer = firstLegal(schedule, [aTarget({ region })], { after: anInstant(after), minutes: 60, days: 14 });
      return answer.found === 'yes' ? isoOf(answer.at) : null;
    };

    expect(first('eu', '2026-03-27T20:00Z')).toBe('2026-03-30T07:00:00.000Z');
    expect(first('us', '2026-03-27T21:00Z')).toBe('2026-03-30T13:00:00.000Z');
    expect(first('us', '2026-03-06T22:00Z')).toBe('2026-03-09T13:00:00.000Z');
  });

  it('a freeze whose cron pattern has a zone keeps its local hours across a change of clocks (GitLab #212460)', () => {
    const weekend = aRule({
      id: 'weekend',
      holds: When.parse({ by: 'cron', start: '0 17 * * FRI', end: '0 8 * * MON', zone: 'America/New_York' }),
    });
    const isLegal = (from: string, to: string) => judge(makeSchedule([weekend], []), [prod], between(from, to)).legal;

    expect(isLegal('2026-03-06T21:00Z', '2026-03-06T22:00Z')).toBe(true);
    expect(isLegal('2026-03-06T22:00Z', '2026-03-06T22:01Z')).toBe(false);
    expect(isLegal('2026-03-09T11:59Z', '2026-03-09T12:00Z')).toBe(false);
    expect(isLegal('2026-03-09T12:00Z', '2026-03-09T13:00Z')).toBe(true);
  });

  it('a freeze of everything needs no consent of what it freezes (GitLab #24295)', () => {
    const everything = aRule({ id: 'all', holds: once('2026-05-01T00:00', '2026-06-01T00:00') });
    const range = between('2026-05-10T10:00Z', '2026-05-10T11:00Z');

    expect(judge(makeSchedule([everything], []), [aTarget()], range).legal).toBe(false);
    expect(judge(makeSchedule([everything], []), [aTarget({ service: 'new', tier: 4 })], range).legal).toBe(false);
  });

  it('a blackout beats what is allowed where they overlap (Rundeck)', () => {
    const allowed = aRule({
      id: 'allowed',
      kind: 'window',
      holds: daily({ rrule: 'FREQ=DAILY', start: '08:00', end: '18:00' }),
    });
    const blackout = aRule({ id: 'blackout', holds: once('2026-05-12T10:00', '2026-05-12T12:00') });

    const [only] = judge(
      makeSchedule([allowed, blackout], []),
      [prod],
      between('2026-05-12T09:00Z', '2026-05-12T19:00Z'),
    ).targets;

    expect(only?.segments.map((one) => `${isoOf(one.span.start).slice(11, 16)} ${one.state}`)).toEqual([
      '09:00 open',
      '10:00 frozen',
      '12:00 open',
      '18:00 outside-windows',
    ]);
  });

  it('a deadline anywhere on Earth holds until 12:00 UTC of the next day (AoE, as Kubernetes writes it)', () => {
    const untilCutOff = aRule({
      id: 'until-cut-off',
      kind: 'window',
      holds: When.parse({
        by: 'once',
        start: { local: '2026-05-01T00:00', clock: { by: 'offset', minutes: 0 } },
        end: { local: '2026-05-15T00:00', clock: { by: 'aoe' } },
      }),
    });
    const isLegal = (from: string, to: string) =>
      judge(makeSchedule([untilCutOff], []), [prod], between(from, to)).legal;

    expect(isLegal('2026-05-15T11:59Z', '2026-05-15T12:00Z')).toBe(true);
    expect(isLegal('2026-05-15T12:00Z', '2026-05-15T12:01Z')).toBe(false);
  });
});
