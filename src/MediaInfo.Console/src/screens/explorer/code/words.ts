/** "InputURL" as "inputURL", "task_id" as "taskId". */
export const camel = (name: string): string => {
  const joined = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  return joined.charAt(0).toLowerCase() + joined.slice(1);
};

/** "task_id" as "TaskId". */
export const pascal = (name: string): string => {
  const joined = camel(name);
  return joined.charAt(0).toUpperCase() + joined.slice(1);
};

/** "InputURL" as "input_url", "InputURLs" as "input_urls". */
export const snake = (name: string): string =>
  name.replace(/URLs/g, 'Urls').replace(/([a-z0-9])([A-Z])/g, '$1_$2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2').toLowerCase();

/** Lines, each further in. */
export const indent = (text: string, spaces: number): string => text.replace(/^(?=.)/gm, ' '.repeat(spaces));
