import { createHmac } from 'node:crypto';

const table = 'MediaInfoPartitions';

/** The durable workers that own a control queue now, by the host's own table. */
export async function ownersOfQueues(connectionString) {
  const part = (name) => connectionString.match(new RegExp(`${name}=([^;]+)`))[1];
  const account = part('AccountName');
  const date = new Date().toUTCString();
  const text = `${date}\n/${account}/${account}/${table}`;
  const signature = createHmac('sha256', Buffer.from(part('AccountKey'), 'base64')).update(text).digest('base64');
  const authorization = `SharedKeyLite ${account}:${signature}`;
  const headers = { 'x-ms-date': date, 'x-ms-version': '2019-02-02', accept: 'application/json', authorization };
  const answer = await fetch(`${part('TableEndpoint')}/${table}`, { headers });
  // The host creates the table as it starts.
  const { value = [] } = await answer.json();
  return value.map(({ CurrentOwner }) => CurrentOwner);
}
