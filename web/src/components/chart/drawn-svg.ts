/** What is drawn on the page as a drawing that needs no sheet: colors and sizes are written into it, always the light ones. And a drawing as PNG. */
import type { Drawing, PictureLook } from './picture.ts';

/** What a sheet says of an element of a drawing, as the attributes of SVG. */
const LOOKS = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'paint-order',
  'font-size',
  'font-weight',
  'text-anchor',
] as const;
/** What such an element looks like where nothing is said: it need not be written. */
const USUAL: Readonly<Record<string, string>> = {
  'fill-opacity': '1',
  stroke: 'none',
  'stroke-width': '1px',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'paint-order': 'normal',
  'text-anchor': 'start',
};
const DRAWN = 'path, rect, circle, line, text, tspan, polygon';
/** What only a page has a use for. */
const OF_PAGES = /^(?:class|style|tabindex|role|data-.*|aria-.*|href)$/;

/** The drawing of a chart, and the look of the picture around it. `svg`: on the page; where it stands, its copy is looked at and taken away again. */
export function drawingOf(svg: SVGSVGElement): { drawing: Drawing; look: PictureLook } {
  const { width, height } = svg.getBoundingClientRect();
  const holder = document.createElement('div');
  // The tokens are the light ones inside it.
  holder.dataset['picture'] = '';
  holder.append(svg.cloneNode(true));
  svg.parentElement?.append(holder);
  try {
    const { color, fontFamily, backgroundColor } = getComputedStyle(holder);
    const quiet = getComputedStyle(holder).getPropertyValue('--imr-quiet').trim();
    const copy = holder.firstElementChild;
    if (copy === null) throw new Error('a copy of the drawing was put there');
    // First all are looked at, then they are changed: each look after a change would lay the page out anew.
    const looks = [...copy.querySelectorAll(DRAWN)].map((element) => [element, attributesOf(element)] as const);
    for (const [element, attributes] of looks) for (const [name, value] of attributes) element.setAttribute(name, value);
    for (const element of copy.querySelectorAll('*')) {
      for (const { name } of [...element.attributes]) if (OF_PAGES.test(name)) element.removeAttribute(name);
    }
    const markup = [...copy.children]
      .filter(({ tagName }) => tagName !== 'title' && tagName !== 'desc')
      .map((child) => new XMLSerializer().serializeToString(child))
      .join('');
    // A link of the page leads nowhere from a picture.
    const plain = markup
      .replace(/<a(?=[\s>])/g, '<g')
      .replaceAll('</a>', '</g>')
      .replaceAll(' xmlns="http://www.w3.org/2000/svg"', '');
    return { drawing: { markup: plain, width, height }, look: { fonts: fontFamily, ink: color, quiet, ground: backgroundColor } };
  } finally {
    holder.remove();
  }
}

function attributesOf(element: Element): [string, string][] {
  const style = getComputedStyle(element);
  const isText = element instanceof SVGTextElement || element instanceof SVGTSpanElement;
  return LOOKS.flatMap((name): [string, string][] => {
    const value = style.getPropertyValue(name);
    if (value === '' || value === USUAL[name] || (/^(?:font|text)-/.test(name) && !isText)) return [];
    return [[name, value.replace('px', '')]];
  });
}

/** Dots of a PNG for each pixel of its chart. */
const SHARP = 2;

/** Throws where the browser cannot draw it. */
export async function pngOf({ markup, width, height }: Drawing): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await image.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: width * SHARP, height: height * SHARP });
  const pen = canvas.getContext('2d');
  if (pen === null) throw new Error('this browser draws no pictures');
  pen.scale(SHARP, SHARP);
  pen.drawImage(image, 0, 0, width, height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('this browser makes no PNG of the picture')) : resolve(blob)), 'image/png');
  });
}

/** The page's own font as a rule that holds it: a picture inside a picture has no fonts but those it brings. Empty where it cannot be had. */
export async function ownFontRule(): Promise<string> {
  const faces = [...document.styleSheets].flatMap(rulesOf).filter((rule) => rule instanceof CSSFontFaceRule);
  const face = faces.find(({ style }) => getComputedStyle(document.body).fontFamily.startsWith(style.getPropertyValue('font-family')));
  const address = /url\("?([^")]+)"?\)/.exec(face?.style.getPropertyValue('src') ?? '')?.[1];
  if (face === undefined || address === undefined) return '';
  try {
    const blob = await (await fetch(new URL(address, face.parentStyleSheet?.href ?? document.baseURI))).blob();
    const { style } = face;
    return `@font-face{font-family:${style.getPropertyValue('font-family')};font-weight:${style.getPropertyValue('font-weight')};src:url(${await dataUrlOf(blob)})}`;
  } catch {
    return '';
  }
}

/** A sheet of another origin tells nothing. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules];
  } catch {
    return [];
  }
}

function dataUrlOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
