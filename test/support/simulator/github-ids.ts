import type { SimulatedService } from './enterprise.ts';

/** Numbers as GitHub gives them: unique over all repositories, below 2^53, and the same at every moment. */
export function repoId(service: SimulatedService): number {
  return 1_000 + service.index;
}

export function userId(person: number): number {
  return 90_000 + person;
}

export function pullId(service: SimulatedService, number: number): number {
  return repoId(service) * 10_000_000 + number;
}

export function issueId(service: SimulatedService, number: number): number {
  return repoId(service) * 10_000_000 + 5_000_000 + number;
}

export function reviewId(service: SimulatedService, pull: number, place: number): number {
  return pullId(service, pull) * 20 + place;
}

export function runId(service: SimulatedService, number: number): number {
  return repoId(service) * 100_000_000 + number;
}

export function jobId(service: SimulatedService, run: number, place: number): number {
  return runId(service, run) * 20 + place;
}

export function deploymentId(service: SimulatedService, place: number): number {
  return repoId(service) * 10_000_000 + place + 1;
}

export function deploymentStatusId(service: SimulatedService, place: number, step: number): number {
  return deploymentId(service, place) * 10 + step;
}

export function releaseId(service: SimulatedService, place: number): number {
  return repoId(service) * 1_000_000 + place + 1;
}

export function issueEventId(service: SimulatedService, number: number, place: number): number {
  return issueId(service, number) * 20 + place;
}

/** `2024-05-01T10:00:00Z`. */
export function iso(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}

export function maybeIso(at: number | null): string | null {
  return at === null ? null : iso(at);
}
