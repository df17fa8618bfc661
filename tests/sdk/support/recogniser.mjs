import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

/** A recogniser of the operator's own: it looks at nothing, and labels each object with the number of frames that it was given. */
export async function startRecogniser(key) {
  const calls = [];
  const server = createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    const body = Buffer.concat(chunks).toString('utf8');
    const { 'x-mediainfo-timestamp': at, 'x-mediainfo-delivery': delivery, 'x-mediainfo-signature': signature } = request.headers;
    const wanted = `sha256=${createHmac('sha256', key).update(`${at}.${delivery}.${body}`).digest('hex')}`;
    if (signature !== wanted) {
      response.writeHead(403).end();
      return;
    }
    const said = JSON.parse(body);
    calls.push(said);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ Results: [{ Type: 'VideoLabel', Data: { tags: [{ name: 'frames', count: said.Frames.length }] } }] }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    calls,
    settings: {
      MediaInfo__Tags__Url: `http://127.0.0.1:${server.address().port}/recognise`,
      MediaInfo__Tags__Key: key,
      MediaInfo__Tags__AllowPrivateAddress: 'true',
    },
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
