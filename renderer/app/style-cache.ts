import createCache, { type EmotionCache } from '@emotion/cache';
import { NONCE_PLACEHOLDER } from '../../shared/contract/transport.ts';

/** The nonce that the host wrote into the page; browsers hide its attribute, so the property is read. */
function nonceOf(page: Document): string | undefined {
  const nonce = page.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
  return nonce === undefined || nonce === '' || nonce === NONCE_PLACEHOLDER ? undefined : nonce;
}

/** Where emotion writes its styles, under the page's Content-Security-Policy. */
export function createStyleCache(page: Document): EmotionCache {
  const nonce = nonceOf(page);
  return createCache({ key: 'sb', prepend: true, ...(nonce === undefined ? {} : { nonce }) });
}
