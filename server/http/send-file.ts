/** Hands over a file that is made while it is sent: the next piece is asked for only when the client has taken this one. */
import { once } from 'node:events';
import type { Request, Response } from 'express';

export interface SentFile {
  /** ASCII, without quotes. */
  readonly fileName: string;
  readonly mediaType: string;
  readonly chunks: AsyncIterable<Uint8Array | string>;
}

/** Nothing of it is made for HEAD. */
export async function sendFile(
  request: Request,
  response: Response,
  { fileName, mediaType, chunks }: SentFile,
  signal: AbortSignal,
): Promise<void> {
  response.set({
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Cache-Control': 'no-store',
  });
  if (request.method !== 'HEAD') {
    for await (const chunk of chunks) {
      signal.throwIfAborted();
      if (!response.write(chunk)) await once(response, 'drain', { signal });
    }
  }
  response.end();
}
