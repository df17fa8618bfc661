import type { queues as english } from '../en/queues.ts';

export const queues: Readonly<Record<keyof typeof english, string>> = {
  'queues.title': '队列与管道',
};
