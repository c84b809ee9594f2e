import font from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import { snapdom } from '@zumer/snapdom';

/** A picture of something on the page, as an SVG that needs nothing else. */
export interface Picture {
  readonly svg: string;
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Pixels of a PNG for each pixel of the screen: sharp on paper. */
const SHARP = 2;

/** Put in by us: the library would fetch it, and a page under Electron may fetch nothing. */
const fontFace = `<style>@font-face{font-family:'Inter Variable';src:url(${font});font-weight:100 900}</style>`;

/** The `data:` address of an SVG. */
export function addressOf(svg: string): string {
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}

/**
 * Takes a picture of an element as it is drawn now. The library's `reconcile` is not used: it puts a style into the page,
 * which the policy refuses, and is for fonts that the picture would lack.
 */
export async function takePicture(element: HTMLElement): Promise<Picture> {
  const { width, height } = element.getBoundingClientRect();
  const { url } = await snapdom(element, { embedFonts: false, cache: 'disabled' });
  const svg = decodeURIComponent(url.slice(url.indexOf(',') + 1));
  return {
    svg: svg.replace(/<svg[^>]*>/, (tag) => tag + fontFace),
    width: Math.ceil(width),
    height: Math.ceil(height),
  };
}

/** The same as a PNG. */
export async function pngOf({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = addressOf(svg);
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARP;
  canvas.height = height * SHARP;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the picture is too large')) : resolve(blob)),
      'image/png',
    ),
  );
}
