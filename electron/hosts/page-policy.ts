/** What a page of Signalbox may load. */
export interface PagePolicy {
  /** Given to the page with this very answer; styles that carry it are taken. */
  readonly nonce: string;
  /** The WebSocket origin that the page may speak to; null where it has a port and needs no network at all. */
  readonly socket: string | null;
}

/**
 * The Content-Security-Policy of both hosts: nothing is allowed but the page's own scripts, styles, fonts and images.
 * `data:` images are what the theme draws its select arrows and ticks with. Style elements that the interface adds
 * carry the nonce; there is no `unsafe-inline` and no `unsafe-eval`.
 */
export function contentSecurityPolicy({ nonce, socket }: PagePolicy): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    socket === null ? "connect-src 'none'" : `connect-src 'self' ${socket}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** What every answer carries, page or not: no guessing of types, no referrer, no use by other sites. */
export const COMMON_HEADERS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-frame-options': 'DENY',
} as const;

/** No device, sensor or payment is ever asked for; the clipboard may be written on a click. */
export const PERMISSIONS_POLICY =
  'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), payment=(), ' +
  'clipboard-read=(), fullscreen=(self), clipboard-write=(self)';
