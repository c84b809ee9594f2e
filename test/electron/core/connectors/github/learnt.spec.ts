import { describe, expect, it } from 'vitest';
import {
  beganAt,
  changesReadTo,
  latest,
  listOf,
  numberOf,
} from '../../../../../electron/core/connectors/github/learnt.ts';
import { githubPage, githubRequest } from '../../../../support/github-pages.ts';

describe('electron/core/connectors/github/learnt', () => {
  it('reads what a request carries', () => {
    const request = githubRequest('runs', { top: 5, again: '7,8', running: '', one: true });

    expect([numberOf(request, 'top'), numberOf(request, 'one'), numberOf(request, 'none')]).toEqual([5, null, null]);
    expect([listOf(request, 'again'), listOf(request, 'running'), listOf(request, 'top')]).toEqual([
      ['7', '8'],
      [],
      [],
    ]);
  });

  it('finds the latest time', () => {
    expect([latest(null, []), latest(3, []), latest(null, [1, 4]), latest(5, [1, 4])]).toEqual([null, 3, 4, 5]);
  });

  it('begins when the first page was answered, by the provider’s clock', () => {
    const dated = githubPage([], { headers: { date: 'Thu, 05 Mar 2026 08:00:00 GMT' } });

    expect(beganAt(githubRequest('runs', { began: null }), dated)).toBe(Date.parse('2026-03-05T08:00:00Z'));
    expect(beganAt(githubRequest('runs', { began: 7 }), dated)).toBe(7);
    expect(beganAt(githubRequest('runs'), githubPage([]))).toBeNull();
    expect(beganAt(githubRequest('runs'), githubPage([], { headers: { date: 'soon' } }))).toBeNull();
  });

  it.each([
    [null, 5, null],
    [9, null, 9],
    [9, 5, 5],
    [4, 5, 4],
  ])('has read changes up to %s, begun at %s: %s', (updatedTop, began, to) => {
    expect(changesReadTo(updatedTop, began)).toBe(to);
  });
});
