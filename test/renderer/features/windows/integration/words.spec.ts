import { describe, expect, it } from 'vitest';
import {
  boundWords,
  departedBefore,
  lackWords,
  needsWords,
  readyWords,
  toldBy,
} from '../../../../../renderer/features/windows/integration/words.ts';
import { IntegratedRelease } from '../../../../../shared/contract/integration.ts';
import { Lack } from '../../../../../shared/model/integration.ts';
import { someProposal } from '../../../../support/some-proposal.ts';
import { anInstant, aZone } from '../../../../support/times.ts';

const berlin = aZone('Europe/Berlin');
const proposal = someProposal();
const told = toldBy(proposal, berlin);
const at = anInstant('2026-12-08T09:30Z');
const span = { start: at, end: anInstant('2026-12-08T10:30Z') };

function release(changes: Readonly<Record<string, unknown>>): IntegratedRelease {
  return IntegratedRelease.parse({ ...proposal.releases[0], ...changes });
}

describe('renderer/features/windows/integration/words', () => {
  it('says when a release is ready, and what says so', () => {
    const ready = (by: string, milestone: string | null) =>
      readyWords(release({ ready: { at, by, milestone } }), 'code-freeze', berlin);
    expect(ready('milestone', 'Freeze')).toBe('Ready Tue 8 Dec 2026, 10:30, at the end of Freeze.');
    expect(ready('scope-cut-off', 'Cut-off')).toBe(
      'Ready Tue 8 Dec 2026, 10:30, at the end of Cut-off, its scope cut-off: it has no Code freeze.',
    );
    expect(ready('start', null)).toBe('Ready from the first day on: it has neither Code freeze nor scope cut-off.');
  });

  it('says whom a release needs, and the ring that it is in', () => {
    const name = (id: string) => id.toUpperCase();
    expect(needsWords(release({}), told, name)).toBe('Needs none of the others.');
    const needs = [{ releaseId: 'shop', way: ['web', 'core'] }];
    expect(needsWords(release({ needs, ring: ['shop'] }), told, name)).toBe(
      'Needs Shop 1.0 (WEB → CORE). In a ring with Shop 1.0: none of them can come first.',
    );
  });

  it('says what a window waits for', () => {
    expect(boundWords({ at, by: 'now', releaseId: null }, told)).toBe('from now on');
    expect(boundWords({ at, by: 'step-before', releaseId: null }, told)).toBe(
      'after the window before, Tue 8 Dec 2026, 10:30',
    );
    const bound = { at, by: 'ready', releaseId: proposal.releases[0]?.releaseId ?? null } as const;
    expect(boundWords(bound, told)).toBe('when Ledger 1.0 is ready, Tue 8 Dec 2026, 10:30');
  });

  it.each([
    [{ by: 'hours', crews: ['berlin', 'york'], longest: 0 }, 'Berlin and York are never at work at the same time.'],
    [{ by: 'hours', crews: ['berlin', 'york'], longest: 120 }, 'Berlin and York share 120 minutes at most.'],
    [
      { by: 'hours', crews: ['york'], longest: 60 },
      'York is never at work for so long in these days: 60 minutes at most.',
    ],
    [
      { by: 'hours', crews: ['berlin', 'york', 'x'], longest: 0 },
      'Berlin, York and x are never at work at the same time. Each two of them are.',
    ],
    [
      { by: 'rules', rules: [{ id: 'r', kind: 'freeze', name: 'Sale' }], outside: true },
      'All hours that the teams share from then on lie in freeze “Sale” and times outside the windows.',
    ],
    [
      { by: 'bookings', bookings: [{ id: 'b', title: 'Drill', span }] },
      'Others have the environment to themselves in all hours that are left: “Drill” (Tue 8 Dec 2026, 10:30 to 11:30 CET).',
    ],
    [{ by: 'step-before', step: 1 }, 'It comes after step 1, which has no window.'],
    [
      { by: 'too-late', last: at },
      'The last hours that its teams share begin Tue 8 Dec 2026, 10:30; it can begin from now on.',
    ],
  ])('says why there is no window: %o', (lack, words) => {
    expect(lackWords(Lack.parse(lack), { at, by: 'now', releaseId: null }, told)).toBe(words);
  });

  it('names who departs before a window is over', () => {
    const [window] = proposal.windows;
    expect(window && departedBefore(window, proposal.releases)).toEqual([]);
    expect(window && departedBefore(window, [release({ departsAt: at })])).toEqual(['Ledger 1.0']);
  });
});
