import { isRange } from '../../shared/domain/skew/fits.ts';
import type { ServiceId } from '../../shared/model/ids.ts';
import type { ServiceVersion, Version } from '../../shared/model/service-version.ts';

/** What a version needs of another service, as it is being typed. */
export interface NeedDraft {
  readonly key: string;
  /** The service whose version needs it. */
  readonly ofId: string;
  readonly serviceId: string;
  readonly range: string;
}

/** Versions of services, as they are being typed: an empty text where nobody says which. */
export interface VersionsDraft {
  readonly versions: Readonly<Record<string, string>>;
  readonly needs: readonly NeedDraft[];
}

/** What is to be kept, or what is wrong where: by the id of a service, and by the key of a need. */
export interface ReadVersions {
  readonly versions: readonly ServiceVersion[] | null;
  readonly problems: {
    readonly versions: Readonly<Record<string, string>>;
    readonly needs: Readonly<Record<string, Partial<Record<'ofId' | 'serviceId' | 'range', string>>>>;
  };
}

/** Longer versions and ranges are not kept. */
const MOST_VERSION = 60;
const MOST_RANGE = 100;

/** A draft of what stands there. */
export function versionsDraftOf(versions: readonly ServiceVersion[]): VersionsDraft {
  return {
    versions: Object.fromEntries(versions.map(({ serviceId, version }) => [serviceId, version])),
    needs: versions.flatMap(({ serviceId: ofId, worksWith }) =>
      worksWith.map(({ serviceId, range }) => ({ key: `${ofId} ${serviceId}`, ofId, serviceId, range })),
    ),
  };
}

/** The versions of a draft without the name of their one service. */
export function versionOf(versions: readonly ServiceVersion[]): Version | null {
  const [first] = versions;
  return first === undefined ? null : { version: first.version, worksWith: first.worksWith };
}

function isBlank({ serviceId, range }: NeedDraft): boolean {
  return serviceId === '' && range.trim() === '';
}

function rangeProblem(range: string): string | undefined {
  if (range === '') return 'Say which versions, such as >=3.1.';
  if (range.length > MOST_RANGE) return `At most ${MOST_RANGE} characters.`;
  return isRange(range) ? undefined : 'This is no range of versions: write it like >=3.1, ^2.4 or 1.2 - 1.5.';
}

function serviceProblem(need: NeedDraft, needs: readonly NeedDraft[]): string | undefined {
  if (need.serviceId === '') return 'Choose a service.';
  if (need.serviceId === need.ofId) return 'A version says nothing of its own service.';
  const first = needs.find(({ ofId, serviceId }) => ofId === need.ofId && serviceId === need.serviceId);
  return first === need ? undefined : 'This service is named above.';
}

function needProblems(need: NeedDraft, { versions, needs }: VersionsDraft) {
  const found = {
    ofId: (versions[need.ofId] ?? '').trim() === '' ? 'Say its version first.' : undefined,
    serviceId: serviceProblem(need, needs),
    range: rangeProblem(need.range.trim()),
  };
  return Object.fromEntries(Object.entries(found).filter(([, problem]) => problem !== undefined));
}

/** Reads a draft: the services in the order given, those without a version left out. */
export function readVersions(draft: VersionsDraft, services: readonly { readonly id: ServiceId }[]): ReadVersions {
  const needs = draft.needs.filter((need) => !isBlank(need));
  const typed = services.map(({ id }) => ({ id, version: (draft.versions[id] ?? '').trim() }));
  const long = typed.filter(({ version }) => version.length > MOST_VERSION);
  const problems = {
    versions: Object.fromEntries(long.map(({ id }) => [id, `At most ${MOST_VERSION} characters.`])),
    needs: Object.fromEntries(
      needs
        .map((need) => [need.key, needProblems(need, { ...draft, needs })] as const)
        .filter(([, found]) => Object.keys(found).length > 0),
    ),
  };
  if (long.length > 0 || Object.keys(problems.needs).length > 0) return { versions: null, problems };
  const versions = typed
    .filter(({ version }) => version !== '')
    .map(({ id, version }) => ({
      serviceId: id,
      version,
      worksWith: needs
        .filter(({ ofId }) => ofId === id)
        .map(({ serviceId, range }) => ({ serviceId: serviceId as ServiceId, range: range.trim() })), // chosen from ids
    }));
  return { versions, problems };
}
