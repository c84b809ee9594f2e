/** A scope item as a risk to the train that carries it. */
export interface TrainItem {
  readonly id: string;
  /** How likely it makes its train fail, were it alone: 0 to below 1. */
  readonly failure: number;
  /** The services that it touches. */
  readonly services: readonly string[];
  /** Items that ride the same or an earlier train. */
  readonly dependsOn: readonly string[];
}

/** The share of an item's risk that comes from what its services share, where nobody says otherwise. Ours. */
export const DEFAULT_BETA = 0.1;

/** The hazard of a probability, `-ln(1 - p)`: hazards of independent causes add up. `p` is 0 to below 1. */
export function hazardOf(probability: number): number {
  return -Math.log1p(-probability);
}

/** The probability of a hazard, `1 - e^-h`. */
export function riskOf(hazard: number): number {
  return -Math.expm1(-hazard);
}

/** The hazards that an item brings: its own, and the same amount to each of its services. */
export function partsOf(item: TrainItem, beta: number): { readonly own: number; readonly perService: number } {
  const hazard = hazardOf(item.failure);
  const services = new Set(item.services).size;
  if (services === 0) return { own: hazard, perService: 0 };
  return { own: hazard * (1 - beta), perService: (hazard * beta) / services };
}

/**
 * The hazard of a train: items that touch the same service fail together.
 *
 * With h = -ln(1 - p) an item's hazard, S its services, and beta (0 to 1) the share of it that comes from what is shared:
 *
 *     H(train) = sum over items of (1 - beta) h  +  sum over services of the largest  beta h / |S|  among its items
 *
 * An item without services brings all of h. For beta = 0 that is 1 - prod(1 - p). For n alike items on one service it is
 * 1 - (1 - p)^(n (1 - beta) + beta): the common cause strikes once, not n times. What a single item risks never changes.
 * Source: the beta-factor model (Fleming, 1975; IEC 61508-6, annex D) as a shock model of Marshall and Olkin (1967), whose
 * hazards add up. Even shares among an item's services, and nested shocks for unequal items (whatever fells the safer one
 * fells the riskier too, hence the largest), are ours.
 */
export function trainHazard(items: Iterable<TrainItem>, beta: number): number {
  let hazard = 0;
  const largest = new Map<string, number>();
  for (const item of items) {
    const { own, perService } = partsOf(item, beta);
    hazard += own;
    for (const service of item.services) largest.set(service, Math.max(largest.get(service) ?? 0, perService));
  }
  for (const shared of largest.values()) hazard += shared;
  return hazard;
}
