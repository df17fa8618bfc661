export const queues = {
  'queues.title': 'Queues and pipelines',
} as const;
