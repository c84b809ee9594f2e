import { Skew } from '../../../../shared/model/skew.ts';

/** From 0 to 100: web 2 comes at 10 to 12 and needs api 2, which comes at 40 to 41; nobody said what mail runs. */
export function skewCase(changes: Partial<Record<keyof Skew, unknown>> = {}): Skew {
  const web2 = { serviceId: 'web', version: '2.0.0', step: 0 };
  const api1 = { serviceId: 'api', version: '1.0.0', step: null };
  return Skew.parse({
    from: 0,
    until: 100,
    services: [
      { serviceId: 'api', name: 'API', now: '1.0.0', nowBy: 'people', nowReleaseId: null },
      { serviceId: 'mail', name: 'Mail', now: null, nowBy: null, nowReleaseId: null },
      { serviceId: 'web', name: 'Web', now: '1.0.0', nowBy: 'departed', nowReleaseId: 'old' },
    ],
    releases: [
      { releaseId: 'old', title: 'Web 1', span: { start: -20, end: -20 }, state: 'departed' },
      { releaseId: 'first', title: 'Web 2', span: { start: 10, end: 12 }, state: 'planned' },
      { releaseId: 'second', title: 'Core 7', span: { start: 40, end: 41 }, state: 'planned' },
      { releaseId: 'silent', title: 'Mail 3', span: { start: 50, end: 50 }, state: 'planned' },
    ],
    steps: [
      { serviceId: 'web', version: '2.0.0', releaseId: 'first', span: { start: 10, end: 12 } },
      { serviceId: 'api', version: '2.0.0', releaseId: 'second', span: { start: 40, end: 41 } },
    ],
    planned: {
      bad: [{ pair: { one: web2, other: api1, text: 'Web needs API' }, from: 10, until: 41, already: false }],
    },
    order: {
      result: 'safe',
      steps: [1, 0],
      waits: [{ first: 1, second: 0, planned: 'reversed' }],
      bad: [],
      statesSearched: 3,
    },
    unsaid: [{ serviceIds: ['api', 'mail'], pairs: 2, unread: 1 }],
    withoutVersions: ['silent'],
    ...changes,
  });
}
