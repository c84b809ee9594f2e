import { describe, expect, it } from 'vitest';
import { createBranchPlace } from '../../../renderer/lib/branch-place.ts';
import type { BranchId } from '../../../shared/model/ids.ts';

const BRANCH = 'branch-00000000-0000-4000-8000-000000000001' as BranchId;

/** A tab's storage. */
function storage(kept: Record<string, string> = {}) {
  const map = new Map(Object.entries(kept));
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
}

describe('renderer/lib/branch-place', () => {
  it('is the plan in a new tab, and in one whose memory holds no branch', () => {
    expect(createBranchPlace(storage()).now()).toBeNull();
    expect(createBranchPlace(storage({ 'signalbox-branch': '../etc' })).now()).toBeNull();
  });

  it('keeps the branch for this tab, through a reload, until it is left', () => {
    const tab = storage();
    const place = createBranchPlace(tab);

    place.go(BRANCH);
    const reloaded = createBranchPlace(tab).now();
    place.go(null);

    expect(reloaded).toBe(BRANCH);
    expect(createBranchPlace(tab).now()).toBeNull();
    expect(tab.map.size).toBe(0);
  });

  it('knows of two wishes which is the newer', () => {
    const place = createBranchPlace(storage());

    const first = place.wish();
    const second = place.wish();

    expect([first(), second()]).toEqual([false, true]);
  });

  it('tells each change once, and none where the place stays', () => {
    const place = createBranchPlace(storage());
    const told: (string | null)[] = [];
    const end = place.subscribe(() => told.push(place.now()));

    place.go(BRANCH);
    place.go(BRANCH);
    end();
    place.go(null);

    expect(told).toEqual([BRANCH]);
    expect(place.moves()).toBe(2);
  });
});
