import { type LaunchState, mustBeReady, type SessionState } from './state.ts';
import { strict } from './strict.ts';

/** Permissions that Chromium can be told to grant; what Electron calls them, beside what Playwright does. */
const PERMISSIONS: Readonly<Record<string, string>> = {
  geolocation: 'geolocation',
  notifications: 'notifications',
  'clipboard-read': 'clipboard-read',
  'clipboard-sanitized-write': 'clipboard-write',
};

function isGranted(session: SessionState, permission: string): boolean {
  // Without handlers Electron grants whatever is asked:
  // https://electronjs.org/docs/latest/tutorial/security#5-handle-session-permission-requests-from-remote-content
  if (session.checkPermission?.(null, permission) === false) return false;
  if (!session.requestPermission) return true;
  let granted = false;
  session.requestPermission(null, permission, (answer) => {
    granted = answer;
  });
  return granted;
}

/** Grants in Chromium what the application's handlers would grant, and denies all else. */
export function applyPermissions(state: LaunchState): Promise<unknown> {
  const done = state.permissions.then(async () => {
    const granted = Object.keys(PERMISSIONS).filter((permission) => isGranted(state.session, permission));
    await state.context.clearPermissions();
    await state.context.grantPermissions(granted.map((permission) => PERMISSIONS[permission] ?? permission));
  });
  state.permissions = done.catch(() => undefined);
  return done;
}

/** https://electronjs.org/docs/api/session: the one default session, there once the app is ready. */
export function createSession(state: LaunchState) {
  const { session } = state;
  const defaultSession = strict('session.defaultSession', {
    setPermissionRequestHandler: (handler: SessionState['requestPermission']) => {
      session.requestPermission = handler;
      applyPermissions(state).catch(() => undefined);
    },
    setPermissionCheckHandler: (handler: SessionState['checkPermission']) => {
      session.checkPermission = handler;
      applyPermissions(state).catch(() => undefined);
    },
    setDevicePermissionHandler: (handler: SessionState['checkDevice']) => {
      session.checkDevice = handler;
    },
    webRequest: strict('webRequest', {
      onBeforeRequest: (handler: SessionState['beforeRequest']) => {
        session.beforeRequest = handler;
      },
    }),
  });
  return strict('session', {
    get defaultSession() {
      mustBeReady(state, 'Session can only be received; it was asked for');
      return defaultSession;
    },
  });
}

interface CustomScheme {
  readonly scheme: string;
  readonly privileges?: { readonly standard?: boolean; readonly secure?: boolean };
}

/** https://electronjs.org/docs/api/protocol */
export function createProtocol(state: LaunchState) {
  const { schemes, handlers } = state.session;
  return strict('protocol', {
    // "can only be used before the ready event of the app module gets emitted and can be called only once".
    registerSchemesAsPrivileged: (custom: readonly CustomScheme[]) => {
      if (state.isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      if (schemes.size > 0) throw new Error('protocol.registerSchemesAsPrivileged can be called only once');
      for (const { scheme, privileges } of custom) {
        schemes.set(scheme, { standard: privileges?.standard ?? false, secure: privileges?.secure ?? false });
      }
    },
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
      mustBeReady(state, 'protocol.handle was used');
      if (handlers.has(scheme)) throw new Error(`A handler for the scheme ${scheme} is registered already`);
      handlers.set(scheme, handler);
    },
  });
}
