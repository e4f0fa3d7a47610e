/** Sends a letter's original bytes to be shown in the browser. They come from outside, so whatever they hold is kept from running. */
import type { Response } from 'express';
import type { Source } from '#contract/determination.ts';
import { versionKey } from '#contract/version-key.ts';
import { charsetOf } from '#mappings/text/charset.ts';
import { rowsSentAs } from './shown-rows.ts';

const YEAR_SECONDS = 31_536_000;
/** Browsers show PDF in a viewer of their own, which a sandbox would stop. */
const SANDBOX = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** `fixed`: the address names the version, so its bytes never change. */
export function sendOriginal(response: Response, source: Source, bytes: Uint8Array, fixed: boolean): void {
  const { part } = source;
  // Of a file of many records only the lines of this one are sent.
  const ofRows = part?.unit === 'row';
  const mediaType = (ofRows ? rowsSentAs(source) : null) ?? source.mediaType;
  const fileName = ofRows ? `${source.fileName} row ${part.from}.${mediaType === 'application/json' ? 'json' : 'txt'}` : source.fileName;
  if (mediaType !== 'application/pdf') response.set('Content-Security-Policy', SANDBOX);
  response.set({
    'Content-Disposition': `inline; filename="${plainName(fileName)}"; filename*=UTF-8''${encodeName(fileName)}`,
    'Cache-Control': fixed && !ofRows ? `private, max-age=${YEAR_SECONDS}, immutable` : 'private, no-cache',
    ETag: `"${versionKey(source)}"`,
  });
  // Not through `set`, which would call every text UTF-8.
  response.setHeader('Content-Type', /^text\//.test(mediaType) ? `${mediaType}; charset=${charsetOf(bytes)}` : mediaType);
  response.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** ASCII without quotes, backslashes and controls, for clients that do not know `filename*`. */
function plainName(name: string): string {
  return name.replace(/[^ -~]|["\\]/g, '_');
}

function encodeName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}
