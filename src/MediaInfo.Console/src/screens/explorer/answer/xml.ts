export const isXml = (text: string): boolean => /^\s*</.test(text);
