import { ApiError } from '../../api/ApiError.ts';
import { callMns, type CallOptions } from '../../api/client.ts';
import { readMessages, readNames, readQueue, type Message, type Queue } from './mnsXml.ts';

// Message Service, as the screens read it: nothing here takes or changes a message.

const path = (name: string): string => `/queues/${name}`;

/** Names of the queues that the account may use; at most those of the first page. */
export async function listQueues(options: CallOptions): Promise<string[]> {
  const root = await callMns({ method: 'GET', path: '/queues' }, options);
  return root ? readNames(root) : [];
}

/** Those of the queues that are still there. */
export async function getQueues(names: readonly string[], options: CallOptions): Promise<Queue[]> {
  const found = await Promise.all(names.map((name) => getQueue(name, options).catch((error: unknown) => {
    if (error instanceof ApiError && error.code === 'QueueNotExist') {
      return undefined;
    }
    throw error;
  })));
  return found.filter((queue) => queue !== undefined);
}

export async function getQueue(name: string, options: CallOptions): Promise<Queue> {
  const root = await callMns({ method: 'GET', path: path(name) }, options);
  return readQueue(name, root);
}

/** Up to 16 messages at the front, which stay where they are. */
export async function peek(name: string, options: CallOptions): Promise<Message[]> {
  try {
    const root = await callMns({ method: 'GET', path: `${path(name)}/messages`, query: { peekonly: 'true', numOfMessages: '16' } }, options);
    return root ? readMessages(root) : [];
  } catch (error) {
    // An empty queue answers so.
    if (error instanceof ApiError && error.code === 'MessageNotExist') {
      return [];
    }
    throw error;
  }
}
