import * as z from 'zod';

/** Every code that an error can carry across the contract; nothing else leaves the core. */
export const FailureCode = z.enum([
  'BAD_INPUT',
  'TOO_LARGE',
  'UNKNOWN_PROCEDURE',
  'NOT_FOUND',
  'CONFLICT',
  'UNAUTHORIZED',
  'FORBIDDEN',
  'CANCELLED',
  'UNAVAILABLE',
  'INTERNAL',
  'WORKSPACE_NEWER',
  'WORKSPACE_FOREIGN',
  'WORKSPACE_DAMAGED',
  'WORKSPACE_IN_USE',
  'WORKSPACE_READ_ONLY',
  'WORKSPACE_MISSING',
  'DISK_FULL',
  'SECRET_MISSING',
  'PROVIDER_UNAUTHORIZED',
  'PROVIDER_FORBIDDEN',
  'PROVIDER_NOT_JSON',
  'PROVIDER_NOT_FOUND',
  'PROVIDER_RATE_LIMITED',
  'PROVIDER_TLS',
  'PROVIDER_DNS',
  'PROVIDER_UNREACHABLE',
  'PROVIDER_TIMEOUT',
  'PROVIDER_TRUNCATED',
  'PROVIDER_LOOP',
  'PROVIDER_CLOCK_SKEW',
  'PROVIDER_REFUSED',
  'PROVIDER_BROKEN',
]);
export type FailureCode = z.infer<typeof FailureCode>;

/** What a failure says besides its code and message. */
export const FailureDetail = z.strictObject({
  /** The thing and the place: a field's path, a file's name, a URL without secrets. */
  where: z.string().nullable(),
  /** What to do now. */
  remedy: z.string().nullable(),
});
export type FailureDetail = z.infer<typeof FailureDetail>;

/** An expected failure, thrown anywhere in the core and shaped once at the contract's edge. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly where: string | null;
  readonly remedy: string | null;

  constructor(code: FailureCode, message: string, detail: Partial<FailureDetail> = {}, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Failure';
    this.code = code;
    this.where = detail.where ?? null;
    this.remedy = detail.remedy ?? null;
  }
}
