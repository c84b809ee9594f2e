import { describe, expect, it } from 'vitest';
import { actionCandidate, fit, isKeyOf, rank } from '../../../renderer/app/palette-search.ts';

function candidates(...labels: string[]) {
  return labels.map((label) => ({ id: label, label }));
}

describe('renderer/app/palette-search', () => {
  it('puts a beginning before a word, a word before the middle of one, and that before strewn letters', () => {
    const found = rank('tra', candidates('Keyboard tricks: a list', 'Extra', 'New train', 'Trains'), 10);

    expect(found.map(({ label }) => label)).toEqual(['Trains', 'New train', 'Extra', 'Keyboard tricks: a list']);
  });

  it('finds the initials of words', () => {
    expect(rank('gtt', candidates('Go to trains', 'Settings'), 10).map(({ label }) => label)).toEqual(['Go to trains']);
  });

  it('does not take letters strewn over a long text for a match', () => {
    expect(fit('fire', 'Keyboard shortcuts of this application here')).toBe(0);
  });

  it('prefers the shorter of two that begin alike', () => {
    expect(rank('fire', candidates('Firefox 161', 'Firefox'), 10).map(({ label }) => label)).toEqual([
      'Firefox',
      'Firefox 161',
    ]);
  });

  it('finds by further words, after those that are found by their label', () => {
    const found = rank(
      'dark',
      [
        { id: 'a', label: 'Theme', words: 'dark light' },
        { id: 'b', label: 'Darken' },
      ],
      10,
    );

    expect(found.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('keeps the order of what fits alike, and at most as many as asked for', () => {
    expect(rank('x', candidates('x1', 'x2', 'x3'), 2).map(({ label }) => label)).toEqual(['x1', 'x2']);
  });

  it('shows everything in its order where nothing is asked', () => {
    expect(rank('  ', candidates('b', 'a'), 5).map(({ label }) => label)).toEqual(['b', 'a']);
  });

  it('does not mind case and signs', () => {
    expect(fit('PAY-12', 'pay-12 Refund fails')).toBeGreaterThan(900);
    expect(fit('(', 'A (b)')).toBeGreaterThan(0);
  });

  it.each([
    ['CHR-11', 'CHR-11 Autofill forgets', true],
    ['chr-11 ', 'CHR-11 Autofill forgets', true],
    ['CHR-1', 'CHR-11 Autofill forgets', false],
    ['CHR', 'CHR of nothing', false],
    ['acme/shop#12', 'acme/shop#12 Refunds', true],
  ])('takes %s for the key of “%s”: %s', (query, label, expected) => {
    expect(isKeyOf(query, label)).toBe(expected);
  });

  it('finds undo by its name, not by what it would take back', () => {
    const undo = actionCandidate({
      name: 'edit.undo',
      label: 'Undo',
      group: 'Edit',
      detail: 'Dropped “PAYME-87 Guard the refunds” from “Payments 2026.51”',
    });

    expect(rank('PAYME-87', [undo], 5)).toEqual([]);
    expect(rank('refunds', [undo], 5)).toEqual([]);
    expect(rank('undo', [undo], 5)).toEqual([undo]);
    expect(undo.detail).toContain('PAYME-87');
  });
});
