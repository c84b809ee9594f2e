import { isRange } from '../../../shared/domain/skew/fits.ts';
import type { Service } from '../../../shared/model/catalogue.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { ReleaseId, ServiceId } from '../../../shared/model/ids.ts';
import type { Release } from '../../../shared/model/release.ts';
import type { ServiceVersion, Version } from '../../../shared/model/service-version.ts';
import { readDecision } from '../db/decisions.ts';
import type { CommandTools, Decision } from '../decide.ts';
import { mergedOver } from './changed-meanwhile.ts';
import { decisionOf } from './decision-of.ts';
import { putNamed } from './named-decisions.ts';
import { releaseOf, titleOf, trainOf } from './planning.ts';

type Nothing = Record<string, never>;

function refuse(where: string, message: string, remedy: string): never {
  throw new Failure('BAD_INPUT', message, { where, remedy });
}

/** What a service is called; NOT_FOUND where it is gone. */
function nameOf(id: ServiceId, where: string, { tx }: CommandTools): string {
  const service = readDecision(tx.db, 'service', id);
  if (service !== undefined) return service.name;
  throw new Failure('NOT_FOUND', `There is no service ${id} any more.`, {
    where,
    remedy: 'Choose another one, or undo its removal.',
  });
}

/** Refuses what cannot be compared. `where` is the field's path, so that a form can show it there. */
function assertWorksWith(version: ServiceVersion, where: string, tools: CommandTools): void {
  const title = `${nameOf(version.serviceId, `${where}.serviceId`, tools)} ${version.version}`;
  const named = new Set<ServiceId>([version.serviceId]);
  for (const [at, { serviceId, range }] of version.worksWith.entries()) {
    const path = `${where}.worksWith.${at}`;
    const other = nameOf(serviceId, `${path}.serviceId`, tools);
    if (serviceId === version.serviceId) refuse(`${path}.serviceId`, `${title} names itself.`, 'Take that line off.');
    if (named.has(serviceId)) refuse(`${path}.serviceId`, `${title} names ${other} twice.`, 'Take one of them off.');
    named.add(serviceId);
    if (!isRange(range)) {
      refuse(
        `${path}.range`,
        `“${range}” is no range of versions: it is what ${title} needs of ${other}.`,
        'Write it like >=3.1, ^2.4 or 1.2 - 1.5.',
      );
    }
  }
}

interface ReleaseVersions {
  readonly id: ReleaseId;
  readonly versions: readonly ServiceVersion[];
  readonly base?: readonly ServiceVersion[] | undefined;
}

/** Says which versions a release brings: of what its train ships, each service once. */
export function setVersions({ id, versions, base }: ReleaseVersions, tools: CommandTools): Decision<Nothing> {
  const before = releaseOf(tools.tx.db, id);
  const train = trainOf(tools.tx.db, before.trainId);
  // What the train shipped when it was said may stay.
  const shipped = new Set([...train.services, ...before.versions.map(({ serviceId }) => serviceId)]);
  const named = new Set<ServiceId>();
  for (const [at, version] of versions.entries()) {
    assertWorksWith(version, `versions.${at}`, tools);
    const where = `versions.${at}.serviceId`;
    const name = nameOf(version.serviceId, where, tools);
    if (!shipped.has(version.serviceId)) {
      refuse(where, `The train “${train.name}” does not ship ${name}.`, 'Add it to what the train ships first.');
    }
    if (named.has(version.serviceId)) refuse(where, `${name} is there twice.`, 'Take one of them off.');
    named.add(version.serviceId);
  }
  const title = titleOf(tools.tx.db, before);
  const typed = { wanted: { versions: [...versions] }, base: base === undefined ? undefined : { versions: [...base] } };
  tools.tx.put('release', mergedOver<Release>(before, typed, `release “${title}”`));
  const names = versions.map((one) => `${nameOf(one.serviceId, '', tools)} ${one.version}`).join(', ');
  const summary =
    names === '' ? `Took away the versions that release “${title}” brings` : `Release “${title}” brings ${names}`;
  return { output: {}, summary };
}

interface Running {
  readonly id: ServiceId;
  readonly runs: Version | null;
  readonly base?: Version | null | undefined;
}

/** Says by people's word which version of a service runs now, or takes that away. */
export function setRuns({ id, runs, base }: Running, tools: CommandTools): Decision<Nothing> {
  const before = decisionOf(tools.tx.db, 'service', id);
  if (runs !== null) assertWorksWith({ ...runs, serviceId: id }, 'runs', tools);
  const typed = { wanted: { runs }, base: base === undefined ? undefined : { runs: base } };
  const service = mergedOver<Service>(before, typed, `service “${before.name}”`);
  putNamed('service', service, tools);
  const summary =
    runs === null
      ? `Took away which version of “${before.name}” runs now`
      : `Of “${before.name}” runs ${runs.version} now`;
  return { output: {}, summary };
}
