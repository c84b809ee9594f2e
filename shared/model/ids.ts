import * as z from 'zod';

/** Ids are opaque: 1 to 200 printable characters without white space. */
const idText = z.string().regex(/^[^\s\p{C}]{1,200}$/u, 'not an id');

export const TrainId = idText.brand<'TrainId'>();
export type TrainId = z.infer<typeof TrainId>;

export const ReleaseId = idText.brand<'ReleaseId'>();
export type ReleaseId = z.infer<typeof ReleaseId>;

export const MilestoneId = idText.brand<'MilestoneId'>();
export type MilestoneId = z.infer<typeof MilestoneId>;

export const ScopeItemId = idText.brand<'ScopeItemId'>();
export type ScopeItemId = z.infer<typeof ScopeItemId>;

export const ConnectionId = idText.brand<'ConnectionId'>();
export type ConnectionId = z.infer<typeof ConnectionId>;

export const ServiceId = idText.brand<'ServiceId'>();
export type ServiceId = z.infer<typeof ServiceId>;

export const TeamId = idText.brand<'TeamId'>();
export type TeamId = z.infer<typeof TeamId>;

export const PersonId = idText.brand<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

export const AbsenceId = idText.brand<'AbsenceId'>();
export type AbsenceId = z.infer<typeof AbsenceId>;

export const EnvironmentId = idText.brand<'EnvironmentId'>();
export type EnvironmentId = z.infer<typeof EnvironmentId>;

export const BookingId = idText.brand<'BookingId'>();
export type BookingId = z.infer<typeof BookingId>;

export const ScheduleRuleId = idText.brand<'ScheduleRuleId'>();
export type ScheduleRuleId = z.infer<typeof ScheduleRuleId>;

export const OverrideId = idText.brand<'OverrideId'>();
export type OverrideId = z.infer<typeof OverrideId>;

export const AssignmentId = idText.brand<'AssignmentId'>();
export type AssignmentId = z.infer<typeof AssignmentId>;

export const WaiverId = idText.brand<'WaiverId'>();
export type WaiverId = z.infer<typeof WaiverId>;

export const BaselineId = idText.brand<'BaselineId'>();
export type BaselineId = z.infer<typeof BaselineId>;

/** A branch's id is a part of its file's name. */
export const BranchId = z
  .string()
  .regex(/^branch-[A-Za-z0-9-]{1,80}$/, 'not a branch')
  .brand<'BranchId'>();
export type BranchId = z.infer<typeof BranchId>;

export const PlanObservationId = idText.brand<'PlanObservationId'>();
export type PlanObservationId = z.infer<typeof PlanObservationId>;

/** A synced fact's id: `<connection id>:<kind>:<external key>`, the same on every sync. */
export const FactId = idText.brand<'FactId'>();
export type FactId = z.infer<typeof FactId>;
