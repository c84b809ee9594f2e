/** Whether a text from outside is a web address: only http and https, nothing that a browser would run. */
export function isWebUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && (url.protocol === 'https:' || url.protocol === 'http:');
}
