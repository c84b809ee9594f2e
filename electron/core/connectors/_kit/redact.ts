/** What stands where a secret stood. */
const MASK = '[secret]';

const QUERY_NAMES =
  'access_token|refresh_token|id_token|token|private_token|api_?key|key|secret|client_secret|password|passwd|pwd|auth|signature|sig|jwt|code';

/**
 * Places where secrets sit whatever they look like; each keeps what leads to the secret. Others write these texts, so no
 * pattern may have two ways to match the same run of characters: its time would grow with the square of the length.
 */
const places: readonly (readonly [place: RegExp, put: string])[] = [
  // https://user:password@host
  [/(:\/\/)[^/?#\s"'@]*@/g, `$1${MASK}@`],
  // ?token=… and &token=…, also inside a JSON string
  [new RegExp(`([?&;](?:${QUERY_NAMES})=)[^&#\\s"'\\\\]+`, 'gi'), `$1${MASK}`],
  // Authorization: Bearer … in a dump of headers, in JSON (escaped once or more) or in an array of names and values
  [/(\bauthorization\\*["']?\s*[:=,]\s*(?:\[\s*)?\\*["']?)[^"'\\\r\n,}\]]+/gi, `$1${MASK}`],
  [/(\b(?:set-)?cookie\\*["']?\s*[:=,]\s*(?:\[\s*)?\\*["']?)[^"'\\\r\n}\]]+/gi, `$1${MASK}`],
  [/(\b(?:private-token|x-api-key|x-auth-token)\\*["']?\s*[:=,]\s*\\*["']?)[^"'\\\r\n,}\]]+/gi, `$1${MASK}`],
  [/(\b(?:bearer|basic|token)\s+)[A-Za-z0-9._~+/-]{8,}=*/gi, `$1${MASK}`],
];

/** What the makers of tokens let them begin with. */
const shapes =
  /\b(?:gh[pousr]_[A-Za-z0-9]{16,}|github_pat_[A-Za-z0-9_]{16,}|ATATT[A-Za-z0-9_=-]{16,}|glpat-[\w-]{16,})/g;

/** How one secret may be written: plain, for a URL, inside JSON, in Base64 alone or at the end of `user:secret`. */
function spellings(secret: string): readonly string[] {
  const base64 = Buffer.from(secret, 'utf8').toString('base64');
  const json = JSON.stringify(secret).slice(1, -1);
  return [
    secret,
    encodeURIComponent(secret),
    json,
    JSON.stringify(json).slice(1, -1),
    base64,
    base64.replace(/=+$/, ''),
  ];
}

/**
 * Makes a function that takes secrets out of a text: the known ones in every spelling, and anything that
 * sits where secrets sit (user information and query of URLs, authorisation headers and cookies) or looks
 * like a token of a known maker. Known secrets shorter than 4 characters are looked for by place only.
 */
export function createRedactor(secrets: readonly (string | null)[]): (text: string) => string {
  const known = [...new Set(secrets.flatMap((secret) => (secret && secret.length >= 4 ? spellings(secret) : [])))].sort(
    (a, b) => b.length - a.length,
  );
  return (text) => {
    let clean = text;
    for (const spelling of known) clean = clean.replaceAll(spelling, MASK);
    for (const [place, put] of places) clean = clean.replace(place, put);
    return clean.replace(shapes, MASK);
  };
}

/** Takes out what sits in known places or looks like a token, where no secret is at hand. */
export const redact = createRedactor([]);
