export const compare = {
  'compare.title': 'Compare two files',
} as const;
