/** A file that the page made, to be kept by a person. */
export interface MadeFile {
  /** What it is called, with its extension; what no file system takes is written otherwise. */
  readonly name: string;
  /** Its media type: `text/calendar`, `image/png`. */
  readonly type: string;
  readonly content: BlobPart;
}

/** How long its address holds: a host may ask where to put the file before it reads it. */
const ADDRESS_HOLDS = 60_000;
const LONGEST_NAME = 120;
/** What a name of a file cannot have somewhere, and what turns its direction on screen. */
const UNSAFE = /[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu;
const NO_NAME = /^(con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name that every file system takes: no path, no marks that some refuse, not too long; the extension stays. */
export function safeFileName(name: string): string {
  const clean = name
    .replaceAll(UNSAFE, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const dot = clean.lastIndexOf('.');
  const [stem, extension] = dot <= 0 ? [clean, ''] : [clean.slice(0, dot).trim(), clean.slice(dot)];
  const kept = [...stem].slice(0, LONGEST_NAME).join('');
  return `${kept === '' || NO_NAME.test(kept) ? `signalbox ${kept}`.trim() : kept}${extension}`;
}

/** Hands a file to the person by a download: the browser keeps it in its folder, the application asks where. */
export function saveFile({ name, type, content }: MadeFile): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = safeFileName(name);
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => URL.revokeObjectURL(address), ADDRESS_HOLDS);
}
