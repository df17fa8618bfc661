export const file = {
  'file.title': 'One file',
} as const;
