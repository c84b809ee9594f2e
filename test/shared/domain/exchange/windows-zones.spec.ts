import { describe, expect, it } from 'vitest';
import { WINDOWS_ZONES } from '../../../../shared/domain/exchange/windows-zones.ts';
import { Zone } from '../../../../shared/model/time.ts';

/** Minutes ahead of UTC in January and July 2026, as the runtime's own tables have them. */
function offsets(zone: string): number[] {
  return [0, 6].map((month) => {
    const at = new Date(Date.UTC(2026, month, 15, 12));
    const name = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
    const [, sign = '+', hours = '0', minutes = '0'] =
      /GMT([+-])(\d{2}):(\d{2})/.exec(name.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? [];
    return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  });
}

describe('shared/domain/exchange/windows-zones', () => {
  it('has every row, each a zone that this system knows', () => {
    const unknown = [...WINDOWS_ZONES].filter(([, zone]) => !Zone.safeParse(zone).success);

    expect(unknown).toEqual([]);
    expect(WINDOWS_ZONES.size).toBe(139);
  });

  // The offsets as Windows itself lists them for these names, without and with summer time.
  it.each([
    ['Dateline Standard Time', -720, -720],
    ['Hawaiian Standard Time', -600, -600],
    ['Pacific Standard Time', -480, -420],
    ['US Mountain Standard Time', -420, -420],
    ['Central Standard Time', -360, -300],
    ['Eastern Standard Time', -300, -240],
    ['Newfoundland Standard Time', -210, -150],
    ['UTC', 0, 0],
    ['GMT Standard Time', 0, 60],
    ['W. Europe Standard Time', 60, 120],
    ['Romance Standard Time', 60, 120],
    ['Central European Standard Time', 60, 120],
    ['FLE Standard Time', 120, 180],
    ['South Africa Standard Time', 120, 120],
    ['Russian Standard Time', 180, 180],
    ['India Standard Time', 330, 330],
    ['Nepal Standard Time', 345, 345],
    ['China Standard Time', 480, 480],
    ['Tokyo Standard Time', 540, 540],
    ['AUS Eastern Standard Time', 660, 600],
    ['New Zealand Standard Time', 780, 720],
    ['UTC-11', -660, -660],
    ['UTC+13', 780, 780],
  ])('knows how far %s is ahead of UTC', (name, january, july) => {
    expect(offsets(WINDOWS_ZONES.get(name) ?? '')).toEqual([january, july]);
  });
});
