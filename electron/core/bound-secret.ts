import * as z from 'zod';
import { Failure } from '../../shared/model/failure.ts';

/** A secret as it is kept: with the origin that it was entered for. */
const BoundSecret = z.strictObject({ origin: z.string(), secret: z.string() });

/** A secret was kept for another origin than the one that asks for it. */
function otherOrigin(origin: string): Failure {
  const message = 'The address of this connection changed since its token was kept; enter the token again.';
  const remedy = `Check that ${origin} is where its token belongs, then enter the token in Connections: it is only ever sent to the address that it was entered for.`;
  return new Failure('SECRET_MISSING', message, { where: origin, remedy });
}

/** The text to keep of a secret. */
export function bindSecret(origin: string, secret: string): string {
  return JSON.stringify({ origin, secret } satisfies z.infer<typeof BoundSecret>);
}

/**
 * The secret of a kept text. A workspace file comes from anywhere and says itself where its connections lead, so a
 * secret is given for the very origin only that it was entered for: throws SECRET_MISSING for any other.
 */
export function unbindSecret(text: string, origin: string): string {
  const kept = BoundSecret.safeParse(parsed(text)).data;
  if (kept === undefined || kept.origin !== origin) throw otherOrigin(origin);
  return kept.secret;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
