const names = new Map<string, string>();

/** `owner/name` of a scope, which people may also paste as the repository's address. */
export function repositoryName(scope: string): string {
  const name = names.get(scope) ?? readName(scope);
  // A connection has a few hundred scopes at most, and each is asked for with every page.
  names.set(scope, name);
  return name;
}

function readName(scope: string): string {
  return scope
    .trim()
    .replace(/^(?:https?:\/\/[^/]+\/|git@[^:]+:)/i, '')
    .replace(/\.git$/i, '')
    .split('/')
    .slice(0, 2)
    .join('/');
}

/** Whether a scope names an owner and a repository of letters that GitHub takes. */
export function isRepositoryName(scope: string): boolean {
  return /^[\w.-]+\/[\w.-]+$/.test(repositoryName(scope));
}

/** The path of a repository in the API. */
export function repositoryPath(scope: string): string {
  return `/repos/${repositoryName(scope).split('/').map(encodeURIComponent).join('/')}`;
}

/**
 * Where the API lives: people type the address of the pages as well. github.com has a host of its own for it,
 * so have enterprises on ghe.com; an Enterprise Server keeps it below `/api/v3`.
 */
export function apiBase(baseUrl: string): string {
  const url = new URL(baseUrl);
  if (url.hostname === 'github.com' || url.hostname === 'www.github.com') return 'https://api.github.com';
  if (url.hostname === 'api.github.com' || url.pathname !== '/') return baseUrl;
  if (url.hostname.endsWith('.ghe.com')) return url.hostname.startsWith('api.') ? baseUrl : `https://api.${url.host}`;
  return `${url.origin}/api/v3`;
}
