/** An HTTP proxy between the engine and a real server, for tests: it can hold a request back, or cut the line for good. */
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Between {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * `look` sees each request before the server does. `cut`: the server does what it is asked, and the line ends before it can say so; no request that
 * follows reaches it. `lose`: only this answer is lost. `drop`: the server does not get this request.
 */
export async function standBetween(
  target: string,
  look: (path: string, body: string) => Promise<'pass' | 'cut' | 'lose' | 'drop'>,
): Promise<Between> {
  let isCut = false;
  const handle = async (asked: IncomingMessage, answer: ServerResponse): Promise<void> => {
    const parts: Buffer[] = [];
    for await (const part of asked) parts.push(part as Buffer);
    const body = Buffer.concat(parts);
    if (isCut) {
      asked.socket.destroy();
      return;
    }
    const fate = await look(asked.url ?? '', body.toString());
    isCut ||= fate === 'cut';
    if (fate === 'drop') {
      asked.socket.destroy();
      return;
    }
    const onward = request(new URL(asked.url ?? '', target), { method: asked.method, headers: asked.headers }, (given) => {
      if (fate !== 'pass') {
        // Let go only when the server has answered: what it was asked is then done.
        given.resume().on('end', () => asked.socket.destroy());
        return;
      }
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    });
    onward.on('error', () => asked.socket.destroy());
    onward.end(body);
  };
  const server = createServer((asked, answer) => {
    handle(asked, answer).catch(() => asked.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
