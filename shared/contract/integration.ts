import * as z from 'zod';
import { EnvironmentId, MilestoneId, ReleaseId } from '../model/ids.ts';
import { IntegrationStep, IntegrationWindow, Readiness } from '../model/integration.ts';
import { Milestone } from '../model/release.ts';
import { Span } from '../model/span.ts';
import { ClockTime, Day, Instant, Zone } from '../model/time.ts';
import { MilestoneKind } from '../model/train.ts';
import { command, query } from './procedure.ts';

/** Which releases are to be brought together, when, and for how long. */
export const IntegrationInput = z.strictObject({
  releaseIds: z.array(ReleaseId).max(1_000),
  /** The days looked through, in the zone of the workspace; at most 200. */
  from: Day,
  until: Day,
  /** How long each window is. */
  minutes: z.int().min(1).max(1_440),
  /** When teams are at work, each on its own clock. */
  hours: z
    .strictObject({ from: ClockTime, to: ClockTime })
    .default({ from: '09:00' as ClockTime, to: '17:00' as ClockTime }),
  /** The milestone by whose end a release is ready. */
  readyBy: MilestoneKind.default('code-freeze'),
  /** How long each team works after one window before the next begins, in minutes of its own hours. */
  gapMinutes: z.int().min(0).max(20_160).default(0),
  /** Where it happens; null for nowhere in particular: then no freeze forbids it. */
  environmentId: EnvironmentId.nullable().default(null),
  /** Windows wanted no sooner than a moment, by step; those after them follow. */
  chosen: z
    .array(z.strictObject({ step: z.int().min(1), at: Instant }))
    .max(100)
    .default([]),
});
export type IntegrationInput = z.infer<typeof IntegrationInput>;

/** A release that takes part. */
export const IntegratedRelease = IntegrationStep.unwrap().extend({
  /** With its train's name. */
  title: z.string(),
  departsAt: Instant,
  ready: Readiness,
  /** The teams that work for it, by id; its train's id where nobody says which. */
  crews: z.array(z.string()),
  /** The integration milestones that it has. */
  milestones: z.array(Milestone),
});
export type IntegratedRelease = z.infer<typeof IntegratedRelease>;

/** Who works for a release: a team, or a train that stands for one. */
export const Crew = z.strictObject({
  id: z.string(),
  kind: z.enum(['team', 'train']),
  name: z.string(),
  zone: Zone,
  /** When it is at work in the days asked about. */
  hours: z.array(Span),
});
export type Crew = z.infer<typeof Crew>;

export const IntegrationProposal = z.strictObject({
  range: Span,
  /** By step, then by name. */
  releases: z.array(IntegratedRelease),
  crews: z.array(Crew),
  windows: z.array(IntegrationWindow),
});
export type IntegrationProposal = z.infer<typeof IntegrationProposal>;

const asked = [
  'release',
  'milestone',
  'train',
  'service',
  'team',
  'environment',
  'booking',
  'schedule-rule',
  'override',
  'workspace',
] as const;

export const integrationContract = {
  propose: query(
    'Proposes when the parts of several releases are brought together: step by step as their services need each other, in hours that all teams share.',
    asked,
    IntegrationInput,
    IntegrationProposal,
  ),
  calendar: query(
    'Writes the proposed integration windows as a calendar file, before anybody plans them.',
    asked,
    IntegrationInput,
    z.strictObject({ text: z.string(), entries: z.int() }),
  ),
  plan: command(
    'Adds an integration milestone to releases for each window, or moves the one that they have.',
    z.strictObject({
      milestones: z
        .array(
          z.strictObject({
            releaseId: ReleaseId,
            name: z.string().trim().min(1).max(80),
            span: Span,
            /** The integration milestone to move there, and where it was when it was looked at; null to add one. */
            move: z
              .strictObject({ id: MilestoneId, base: Milestone.pick({ startAt: true, endAt: true }).optional() })
              .nullable(),
          }),
        )
        .max(1_000),
    }),
    z.strictObject({ added: z.int(), moved: z.int() }),
  ),
};
