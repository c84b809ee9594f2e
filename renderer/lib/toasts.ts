import { withoutDirection } from '../../shared/domain/text/direction.ts';
import type { CallPlace } from './call-place.ts';
import type { UiFailure } from './failures.ts';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
  /** Where the decision was made that it takes back or brings again. */
  readonly place?: CallPlace;
}

/** A short message at the foot of the window. */
export interface Toast {
  readonly id: number;
  readonly tone: 'done' | 'info' | 'failed';
  readonly text: string;
  /** What to do now; shown under the text of a failure. */
  readonly remedy: string | null;
  readonly action: ToastAction | null;
  /** Milliseconds on screen; null stays until it is closed. */
  readonly lasts: number | null;
}

export interface ToastStore {
  readonly list: () => readonly Toast[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly show: (toast: Omit<Toast, 'id'>) => number;
  readonly close: (id: number) => void;
  /** Closes what only tells of the page that is left: neither a failure nor something with a way back. */
  readonly leavePage: () => void;
  /** Closes what tells of the plan or a branch that is left: all but failures and decisions of the place gone to. */
  readonly leaveFor: (place: CallPlace) => void;
}

const SHOWN_AT_ONCE = 3;

/** Tells of something that was decided, with the way back. */
function isDecision({ tone, action }: Pick<Toast, 'tone' | 'action'>): boolean {
  return tone === 'done' && action !== null;
}

/** Keeps the toasts on screen, newest last, at most three, of decisions the newest only. */
export function createToastStore(): ToastStore {
  const listeners = new Set<() => void>();
  let toasts: readonly Toast[] = [];
  let lastId = 0;

  function become(next: readonly Toast[]): void {
    toasts = next;
    for (const listener of listeners) listener();
  }

  function keepOnly(isKept: (toast: Toast) => boolean): void {
    const staying = toasts.filter(isKept);
    if (staying.length < toasts.length) become(staying);
  }

  return {
    list: () => toasts,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show(toast) {
      lastId += 1;
      const text = withoutDirection(toast.text);
      // The same message again replaces the one that is there; what was done before is in the journal and can be undone there.
      const others = toasts.filter(
        (shown) => (shown.text !== text || shown.tone !== toast.tone) && !(isDecision(toast) && isDecision(shown)),
      );
      become([...others, { ...toast, text, id: lastId }].slice(-SHOWN_AT_ONCE));
      return lastId;
    },
    close(id) {
      keepOnly((toast) => toast.id !== id);
    },
    leavePage() {
      keepOnly(({ tone, action }) => tone === 'failed' || action !== null);
    },
    leaveFor(place) {
      keepOnly(({ tone, action }) => tone === 'failed' || action?.place === place);
    },
  };
}

/** Milliseconds that a text needs to be read: at least five seconds, more for long ones. */
export function readingTime(text: string): number {
  return Math.max(5_000, 2_500 + text.length * 55);
}

export const toastStore = createToastStore();

/** Set on what lies at the foot of the window too and must be read now: the messages are at its top meanwhile. */
export const OVER_MESSAGES = 'data-over-messages';

/** Says something in passing. */
export const notify = {
  done(text: string, action: ToastAction | null = null): number {
    const lasts = action === null ? readingTime(text) : Math.max(8_000, readingTime(text));
    return toastStore.show({ tone: 'done', text, remedy: null, action, lasts });
  },
  info(text: string, action: ToastAction | null = null): number {
    return toastStore.show({ tone: 'info', text, remedy: null, action, lasts: readingTime(text) });
  },
  /** A failure stays until it is closed, with its remedy. */
  failed(failure: UiFailure, action: ToastAction | null = null): number {
    return toastStore.show({ tone: 'failed', text: failure.message, remedy: failure.remedy, action, lasts: null });
  },
};
