import type { AccountInfo } from '../../api/account.ts';

// Where a console may write: buckets of the account, which settings may name by a pattern with a star.

export interface Place {
  readonly bucket: string;
  /** Whether the person may name another bucket, because the settings name them by a pattern. */
  readonly free: boolean;
}

/** The bucket of local.settings.sample.json, which a pattern of all buckets has where nothing else is known. */
const usual = 'example-bucket';

/** The buckets by name that may be written. */
export const writable = (account: AccountInfo | undefined): string[] =>
  (account?.Buckets ?? []).filter((bucket) => bucket.Write && !bucket.Name.includes('*')).map((bucket) => bucket.Name);

const fits = (pattern: string, name: string): boolean =>
  new RegExp(`^${pattern.split('*').map((part) => part.replace(/[^\w-]/g, '\\$&')).join('.*')}$`).test(name);

export const mayWrite = (account: AccountInfo | undefined, name: string): boolean =>
  (account?.Buckets ?? []).some((bucket) => bucket.Write && fits(bucket.Name, name));

/** Where uploads go unless the person says otherwise; undefined if nothing may be written. */
export function uploadPlace(account: AccountInfo | undefined): Place | undefined {
  if (account?.Features.Uploads === false) {
    return undefined;
  }
  const [first] = writable(account);
  const patterns = (account?.Buckets ?? []).filter((bucket) => bucket.Write && bucket.Name.includes('*'));
  if (first !== undefined) {
    return { bucket: first, free: patterns.length > 0 };
  }
  const [pattern] = patterns;
  return pattern ? { bucket: fits(pattern.Name, usual) ? usual : pattern.Name.replace(/\*/g, 'media'), free: true } : undefined;
}

/** Where pictures of an object go: beside it if its bucket may be written. */
export const picturePlace = (account: AccountInfo | undefined, bucket: string): string | undefined =>
  mayWrite(account, bucket) ? bucket : writable(account)[0];
