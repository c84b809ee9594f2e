import type { ServiceId } from '../../model/ids.ts';
import type { Version } from '../../model/service-version.ts';
import type { Span } from '../../model/span.ts';

/** A step: what it brings, and when. Its span holds time. */
export interface PlannedStep {
  readonly serviceId: ServiceId;
  readonly version: Version;
  readonly span: Span;
}

export interface PlannedService {
  readonly id: ServiceId;
  readonly name: string;
  readonly dependsOn: readonly ServiceId[];
  /** What runs before the first step; null where nobody said. */
  readonly now: Version | null;
}

/** A version of a service from the step that brings it until the next one. */
export interface Stay {
  /** Its service, by position. */
  readonly chain: number;
  /** How many steps of its service went before it: 0 for what runs now. */
  readonly at: number;
  readonly version: Version | null;
  /** The step that brings it and the one that ends it, by position. */
  readonly step: number | null;
  readonly next: number | null;
}

/** The versions of one service, one after the other. */
export interface Chain {
  readonly service: PlannedService;
  readonly stays: readonly Stay[];
}

/** Things as they are planned: by their beginning, then by their end; else as they were given. */
export function inPlannedOrder<S extends Pick<PlannedStep, 'span'>>(steps: readonly S[]): readonly S[] {
  return steps.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The versions of each service, for steps in the planned order. */
export function chainsOf(services: readonly PlannedService[], steps: readonly PlannedStep[]): readonly Chain[] {
  const own = Map.groupBy(steps.keys(), (position) => steps[position]?.serviceId);
  return services.map((service, chain) => {
    const brought = own.get(service.id) ?? [];
    const versions = [service.now, ...brought.map((position) => steps[position]?.version ?? null)];
    const stays = versions.map((version, at) => {
      const [step, next] = [brought[at - 1] ?? null, brought[at] ?? null];
      return { chain, at, version, step, next };
    });
    return { service, stays };
  });
}
