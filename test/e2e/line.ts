import type { Page, WebSocketRoute } from '@playwright/test';

/** What becomes of the calls whose request fits: sent or answered late, or refused before they reach the core. */
export interface Meddling {
  readonly calls: RegExp;
  /** Milliseconds that the request is held back. */
  readonly sentLate?: number;
  /** Milliseconds that the answer is held back. */
  readonly late?: number;
  /** What is said instead. */
  readonly refused?: string;
}

/** The page's line to the core, with a hand on it. */
export interface TappedLine {
  /** From now on; calls that are under way are left alone. */
  readonly meddle: (rules: readonly Meddling[]) => void;
  /** How many calls that fit were sent since the line was tapped. */
  readonly asked: (calls: RegExp) => number;
  /** Calls as another window would, and answers with what came back. */
  readonly call: (procedure: string, input: unknown) => Promise<unknown>;
  /** From now on the page hears of no change, until it subscribes again. */
  readonly deafen: () => void;
  /** Ends the page's subscription to changes, without a failure. */
  readonly endSubscription: () => void;
  /** Cuts the line; the page opens another. */
  readonly cut: () => Promise<void>;
}

interface Frame {
  readonly i: string;
  readonly p?: { readonly s?: number; readonly b?: { readonly json?: unknown } };
}

function textOf(message: string | Buffer): string {
  return typeof message === 'string' ? message : message.toString('utf8');
}

function frameOf(text: string): Frame | null {
  try {
    return JSON.parse(text) as Frame; // frames of text are JSON; what else is sent is passed on unread
  } catch {
    return null;
  }
}

function refusal(id: string, message: string): string {
  const json = { defined: true, code: 'INTERNAL', status: 500, message, data: { where: null, remedy: null } };
  return JSON.stringify({ i: id, p: { s: 500, b: { json } } });
}

/** Taps the line of a page that is open, which is loaded anew for it. */
export async function tapLine(page: Page, rules: readonly Meddling[] = []): Promise<TappedLine> {
  let current = rules;
  let count = 0;
  const sent: string[] = [];
  let changes: string | null = null;
  const deaf = new Set<string>();
  const fates = new Map<string, Meddling>();
  const waiting = new Map<string, (answer: unknown) => void>();
  let open: { readonly socket: WebSocketRoute; readonly server: WebSocketRoute } | null = null;

  await page.routeWebSocket(/\/rpc$/, (socket) => {
    const server = socket.connectToServer();
    open = { socket, server };
    socket.onMessage((message) => {
      const text = textOf(message);
      const id = frameOf(text)?.i;
      const fate = current.find(({ calls }) => calls.test(text));
      sent.push(text);
      if (id !== undefined && text.includes('/system/changes')) changes = id;
      if (id === undefined || fate === undefined) server.send(message);
      else if (fate.refused !== undefined) answer(refusal(id, fate.refused), fate);
      else {
        fates.set(id, fate);
        if (fate.sentLate === undefined) server.send(message);
        else setTimeout(() => server.send(message), fate.sentLate);
      }
    });
    server.onMessage((message) => {
      const frame = frameOf(textOf(message));
      const own = frame === null ? undefined : waiting.get(frame.i);
      if (frame !== null && own !== undefined) {
        waiting.delete(frame.i);
        own(frame.p?.b?.json);
      } else if (frame === null || !deaf.has(frame.i)) answer(message, frame === null ? undefined : fates.get(frame.i));
    });
    function answer(message: string | Buffer, fate: Meddling | undefined): void {
      if (fate?.late === undefined) socket.send(message);
      else setTimeout(() => socket.send(message), fate.late);
    }
  });
  await page.reload();

  return {
    meddle(next) {
      current = next;
    },
    asked: (calls) => sent.filter((text) => calls.test(text)).length,
    call(procedure, input) {
      count += 1;
      const id = `of-another-window-${count}`;
      const line = open;
      if (line === null) throw new Error('the page has opened no line yet');
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        line.server.send(JSON.stringify({ i: id, p: { u: `/${procedure.replace('.', '/')}`, b: { json: input } } }));
      });
    },
    deafen() {
      if (changes !== null) deaf.add(changes);
    },
    endSubscription() {
      open?.socket.send(JSON.stringify({ i: changes, t: 3, p: { e: 'done', d: { json: null } } }));
    },
    async cut() {
      await open?.socket.close();
      await open?.server.close();
    },
  };
}
