import { describe, expect, it } from 'vitest';
import { afterSave, isUnsaved, typed } from '../../../../renderer/features/release/notes-draft.ts';

describe('renderer/features/release/notes-draft', () => {
  it('begins from what is kept, and keeps that base while others change it', () => {
    const first = typed(null, 'Ask Ada.', 'Ask');
    const second = typed(first, 'Ask Ada first.', 'Ask Ben');

    expect(first).toEqual({ text: 'Ask Ada.', base: 'Ask' });
    expect(second).toEqual({ text: 'Ask Ada first.', base: 'Ask' });
  });

  it('is none once it reads as it did', () => {
    expect(typed({ text: 'Ask Ada', base: 'Ask' }, 'Ask', 'Ask')).toBeNull();
  });

  it('is none after a save, unless more was typed meanwhile: that is based on what was saved', () => {
    expect(afterSave({ text: 'first', base: '' }, 'first')).toBeNull();
    expect(afterSave({ text: 'first second', base: '' }, 'first')).toEqual({ text: 'first second', base: 'first' });
    expect(afterSave(null, 'first')).toBeNull();
  });

  it('is unsaved only where it differs from what is kept', () => {
    expect(isUnsaved(null, 'first')).toBe(false);
    expect(isUnsaved({ text: 'first', base: '' }, '')).toBe(true);
    expect(isUnsaved({ text: 'first', base: '' }, 'first')).toBe(false);
  });
});
