/** A text as it is sent: half of a surrogate pair is no character, and UTF-8 has none for it. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
