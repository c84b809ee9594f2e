import type { Catalogue } from '../../shared/contract/catalogue.ts';
import { explainSegment } from '../../shared/domain/freezes/explain.ts';
import { isLegalState } from '../../shared/domain/freezes/legality.ts';
import type { Environment } from '../../shared/model/environment.ts';
import type { Zone } from '../../shared/model/time.ts';
import type { Target, TargetVerdict } from '../../shared/model/verdict.ts';

/** The names of what deployments touch, by id. */
export interface PlaceNames {
  readonly services: ReadonlyMap<string, string>;
  readonly teams: ReadonlyMap<string, string>;
  readonly environments: ReadonlyMap<string, string>;
}

/** The names of a catalogue and of environments, by id. */
export function placeNames(
  catalogue: Pick<Catalogue, 'services' | 'teams'> | undefined,
  environments: readonly Pick<Environment, 'id' | 'name'>[] | undefined,
): PlaceNames {
  const named = (all: readonly { readonly id: string; readonly name: string }[] = []) =>
    new Map(all.map(({ id, name }) => [id, name]));
  return {
    services: named(catalogue?.services),
    teams: named(catalogue?.teams),
    environments: named(environments),
  };
}

/** A place that a deployment touches: `api in production, eu-west`, `what team Checkout ships`; nothing named is anything. */
export function targetText(target: Target, { services, teams, environments }: PlaceNames): string {
  const nameOf = (names: ReadonlyMap<string, string>, id: string | null) =>
    id === null ? null : (names.get(id) ?? id);
  const service = nameOf(services, target.serviceId);
  const team = nameOf(teams, target.teamId);
  const what = service ?? (team === null ? null : `what ${team} ships`) ?? 'The deployment';
  const where = [nameOf(environments, target.environmentId), target.region, target.tenant].filter(
    (one) => one !== null,
  );
  return where.length === 0 ? what : `${what} in ${where.join(', ')}`;
}

/** One place with the sentences that say why it may or may not be deployed to. */
export interface LegalLine {
  readonly place: string;
  readonly legal: boolean;
  readonly reasons: readonly string[];
  /** Reasons that are not listed. */
  readonly more: number;
}

/** Reasons listed for one place. */
const MOST = 5;

/**
 * Each place with its reasons on the clock of a zone; of one that is forbidden only what forbids it. Places of which all the
 * same is said are one line.
 */
export function legalLines(targets: readonly TargetVerdict[], names: PlaceNames, zone: Zone): readonly LegalLine[] {
  const lines = new Map<string, { places: string[]; legal: boolean; reasons: readonly string[] }>();
  for (const { target, legal, segments } of targets) {
    const told = legal ? segments : segments.filter(({ state }) => !isLegalState(state));
    const reasons = told.map((segment) => explainSegment(segment, zone));
    const key = JSON.stringify([legal, reasons]);
    const known = lines.get(key);
    const place = targetText(target, names);
    if (known === undefined) lines.set(key, { places: [place], legal, reasons });
    else if (!known.places.includes(place)) known.places.push(place);
  }
  return [...lines.values()].map(({ places, legal, reasons }) => ({
    place: places.join('; '),
    legal,
    reasons: reasons.slice(0, MOST),
    more: Math.max(0, reasons.length - MOST),
  }));
}
