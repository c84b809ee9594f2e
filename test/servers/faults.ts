/** What a replay server does wrong on purpose. */
export type Fault = FaultKind & {
  /** How many requests it meets; all, when absent. */
  readonly times?: number;
  /** Which requests it meets, by their path with query; all, when absent. */
  readonly path?: RegExp;
};

type FaultKind =
  /** Refuses with a status, in the provider's own shape of an error. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  /** Answers 200 with the sign-in page of a single sign-on. */
  | { readonly kind: 'sign-in-page' }
  /** 429 with a `Retry-After`: seconds or a date. */
  | { readonly kind: 'throttled'; readonly retryAfter: string | null }
  /** 403 with the headers of a used-up limit that begins anew after so many seconds. */
  | { readonly kind: 'rate-limit'; readonly resetInSeconds: number }
  /** 403 as GitHub answers who asks too fast. */
  | { readonly kind: 'secondary-limit'; readonly retryAfter: string | null }
  /** The first half of the body, as if that were all. */
  | { readonly kind: 'truncated' }
  /** The connection breaks in the middle of the body. */
  | { readonly kind: 'cut' }
  /** The connection is reset before any answer. */
  | { readonly kind: 'reset' }
  /** No answer at all. */
  | { readonly kind: 'hang' }
  /** The answer takes its time. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** The server's clock is so far ahead (negative: behind). */
  | { readonly kind: 'skewed-clock'; readonly ms: number }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** A body of so many bytes of JSON. */
  | { readonly kind: 'huge'; readonly bytes: number }
  /** The provider's list comes round to the same page; how is up to the provider's server. */
  | { readonly kind: 'loop' };

export interface FaultBoard {
  readonly add: (fault: Fault) => void;
  readonly clear: () => void;
  /** The faults that meet a request, each counted as used. */
  readonly meet: (path: string) => readonly Fault[];
}

export function createFaultBoard(): FaultBoard {
  let active: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      active.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY });
    },
    clear: () => {
      active = [];
    },
    meet: (path) => {
      const met = active.filter(({ fault, left }) => left > 0 && (fault.path?.test(path) ?? true));
      for (const entry of met) entry.left -= 1;
      return met.map(({ fault }) => fault);
    },
  };
}
