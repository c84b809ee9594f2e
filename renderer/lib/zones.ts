import { type Instant, Zone } from '../../shared/model/time.ts';

let zones: readonly string[] | null = null;

/** Every zone that this runtime names, `UTC` first, and the given one even where it is an alias. */
export function knownZones(given: string): readonly string[] {
  zones ??= ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
  return given === '' || zones.includes(given) ? zones : [given, ...zones];
}

/** Whether a text is the name of a zone that this runtime knows. */
export function isZone(name: string): boolean {
  return Zone.safeParse(name).success;
}

/** The zone that somebody typed the whole name of, in whatever case and with spaces for its underscores; null for none. */
export function zoneNamed(text: string): string | null {
  const written = text.trim().replaceAll(' ', '_');
  const sought = written.toLowerCase();
  return knownZones('').find((zone) => zone.toLowerCase() === sought) ?? (isZone(written) ? written : null);
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
