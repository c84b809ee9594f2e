import { describe, expect, it } from 'vitest';
import { zoneToBeginWith } from '../../../renderer/lib/begin-zone.ts';
import type { Zone } from '../../../shared/model/time.ts';

const UTC = 'UTC' as Zone;
const BERLIN = 'Europe/Berlin' as Zone;
const TOKYO = 'Asia/Tokyo' as Zone;

function made(zone: Zone | null) {
  return { zone, imported: false };
}

describe('renderer/lib/begin-zone', () => {
  it.each([
    ['the workspace’s where there is nothing yet', [], UTC],
    ['that of the one there is', [made(BERLIN)], BERLIN],
    ['that of most', [made(TOKYO), made(BERLIN), made(BERLIN)], BERLIN],
    ['the workspace’s where as many have it', [made(BERLIN), made(UTC)], UTC],
    ['the first of two that as many have', [made(TOKYO), made(BERLIN)], TOKYO],
    ['the workspace’s where only imported ones have another', [{ zone: BERLIN, imported: true }], UTC],
    ['the workspace’s where none names a zone', [made(null)], UTC],
  ] as const)('is %s', (_what, such, zone) => {
    expect(zoneToBeginWith(such, UTC)).toBe(zone);
  });
});
