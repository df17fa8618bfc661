import actions from './description/actions.json';
import errors from './description/errors.json';
import parameters from './description/parameters.json';

/** What openapi.json says to readers, in Chinese, by its English text. Only a reader of Chinese fetches it. */
export const description: Readonly<Record<string, string>> = { ...actions, ...parameters, ...errors };
