import { createServer } from 'node:http';
import { once } from 'node:events';
import { eventually } from './eventually.mjs';

/** Receives events and completion messages over HTTP and keeps them, and can refuse the next ones. */
export async function startEventServer() {
  const events = [];
  let refusals = 0;
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    const refused = refusals > 0;
    refusals -= refused ? 1 : 0;
    events.push({ path: request.url, headers: request.headers, body, refused });
    response.writeHead(refused ? 500 : 200).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const of = (mediaId, type) =>
    events.filter(({ body }) => body.MessageBody?.MediaId === mediaId && (!type || body.EventType === type));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    of,
    /** The completion message of a job; undefined while there is none. */
    posted: (jobId) => events.find(({ body, refused }) => body.JobId === jobId && !refused),
    next: (mediaId, type) => eventually(`${type} of ${mediaId}`, () => of(mediaId, type).find((event) => !event.refused)),
    refuse: (count) => {
      refusals = count;
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
