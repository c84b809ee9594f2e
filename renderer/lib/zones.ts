import type { Instant } from '../../shared/model/time.ts';

let zones: readonly string[] | null = null;

/** Every zone that this runtime names, `UTC` first, and the given one even where it is an alias. */
export function knownZones(given: string): readonly string[] {
  zones ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  return given === '' || zones.includes(given) ? zones : [given, ...zones];
}

/** A zone's offset from UTC at an instant: `+01:00`. */
export function offsetText(zone: string, at: Instant): string {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(at);
  const offset = parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') ?? '';
  return offset === '' ? '+00:00' : offset;
}

/** The zone of this machine. */
export function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
