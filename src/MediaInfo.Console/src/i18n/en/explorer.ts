export const explorer = {
  'explorer.title': 'API explorer',
} as const;
