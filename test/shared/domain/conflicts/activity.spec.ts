import { describe, expect, it } from 'vitest';
import {
  bookingActivity,
  deploymentActivity,
  targetOfPlace,
  targetsMeant,
  targetsOfService,
} from '../../../../shared/domain/conflicts/activity.ts';
import { PlanView } from '../../../../shared/domain/conflicts/view.ts';
import { scopeTest } from '../../../../shared/domain/freezes/scope-index.ts';
import type { Booking } from '../../../../shared/model/environment.ts';
import {
  aBooking,
  anEnvironment,
  aPlan,
  aPlanRule,
  aRelease,
  aService,
  aTeam,
  aTrain,
} from '../../../support/conflicts/things.ts';
import { aTarget } from '../../../support/schedule.ts';

const production = anEnvironment('prod', { kind: 'production', region: 'EU-West' });
const staging = anEnvironment('stage', { kind: 'staging' });
const pay = aService('pay', { tier: 1, teamId: 'red', regions: ['EU', 'US'] });
const led = aService('led', { tier: 3 });

function viewOf(parts: { bookings?: readonly Booking[]; train?: Record<string, unknown> } = {}): PlanView {
  return new PlanView(
    aPlan({
      environments: [production, staging],
      services: [pay, led],
      teams: [aTeam('red'), aTeam('blue')],
      trains: [aTrain('train', parts.train ?? { services: ['pay', 'led'], teams: ['blue'] })],
      releases: [aRelease('r', 10)],
      bookings: parts.bookings ?? [],
    }),
  );
}

function targets(view: PlanView) {
  const [deployment] = view.deploymentsOf('r');
  return deployment ? deploymentActivity(view, deployment).targets : [];
}

describe('shared/domain/conflicts/activity', () => {
  it('deploys each service in each of its regions, and concerns the train’s teams', () => {
    expect(targets(viewOf())).toEqual([
      aTarget({ service: 'pay', tier: 1, team: 'red', region: 'eu' }),
      aTarget({ service: 'pay', tier: 1, team: 'red', region: 'us' }),
      aTarget({ service: 'led', tier: 3 }),
      aTarget({ team: 'blue' }),
    ]);
  });

  it('touches a place that nothing is known of where the train names nothing', () => {
    expect(targets(viewOf({ train: {} }))).toEqual([aTarget()]);
    expect(targets(viewOf({ train: { services: ['gone'] } }))).toEqual([aTarget()]);
  });

  it.each([
    ['in production at the time', { environmentId: 'prod' }, 9, 12, ['prod']],
    ['in production at another time alone', { environmentId: 'prod' }, 12, 20, ['prod']],
    ['in production until it begins, alone', { environmentId: 'prod' }, 0, 10, ['prod']],
    ['in staging', { environmentId: 'stage' }, 9, 12, []],
    ['for a rollout in staging', { environmentId: 'stage', purpose: 'canary' }, 9, 12, ['stage']],
    ['in production for another release', { environmentId: 'prod', releaseId: 'other' }, 9, 12, []],
  ])('goes to the environments that its release has booked %s', (_, parts, start, end, expected) => {
    const view = viewOf({ bookings: [aBooking('b', start, end, { releaseId: 'r', ...parts })] });
    const [deployment] = view.deploymentsOf('r');

    expect(deployment && deploymentActivity(view, deployment).environments).toEqual(expected);
  });

  it('goes where it is booked at the time rather than where it is booked at another', () => {
    const bookings = [
      aBooking('then', 9, 12, { releaseId: 'r', environmentId: 'stage', purpose: 'canary' }),
      aBooking('later', 12, 20, { releaseId: 'r', environmentId: 'prod' }),
    ];
    const view = viewOf({ bookings });
    const [deployment] = view.deploymentsOf('r');

    expect(deployment && deploymentActivity(view, deployment).environments).toEqual(['stage']);
  });

  it('takes an environment’s region before those of its services', () => {
    expect(targetsOfService(pay, production)).toEqual([
      aTarget({ environment: 'prod', region: 'eu-west', service: 'pay', tier: 1, team: 'red' }),
    ]);
    expect(targetOfPlace(production, null)).toEqual(aTarget({ environment: 'prod', region: 'eu-west' }));
    expect(targetOfPlace(null, null)).toEqual(aTarget());
  });

  it('takes a booking to touch the services that it names, or those of its release’s train, and the environment', () => {
    const view = viewOf();
    const touched = (parts: Record<string, unknown>) =>
      bookingActivity(view, aBooking('b', 0, 5, { environmentId: 'stage', ...parts }))?.targets.map(
        ({ serviceId }) => serviceId,
      );

    expect(touched({ services: ['led'] })).toEqual(['led', null]);
    expect(touched({ releaseId: 'r' })).toEqual(['pay', 'pay', 'led', null]);
    expect(touched({})).toEqual([null]);
    expect(bookingActivity(view, aBooking('b', 0, 5, { environmentId: 'gone' }))).toBeNull();
  });

  it('takes a booking that names no service to use whichever a rule names', () => {
    const view = viewOf();
    const { rule, occurrences } = aPlanRule('m', 'maintenance', [[0, 9]], { scope: { services: ['led'] } });
    const time = { rule, occurrence: occurrences[0] as (typeof occurrences)[0], test: scopeTest(rule.scope) };
    const meant = (services: readonly string[]) => {
      const activity = bookingActivity(view, aBooking('b', 0, 5, { environmentId: 'stage', services }));
      return activity && targetsMeant(view, activity, time).map(({ serviceId }) => serviceId);
    };

    expect(meant([])).toEqual(['led']);
    expect(meant(['led'])).toEqual(['led']);
    expect(meant(['pay'])).toEqual([]);
  });
});
