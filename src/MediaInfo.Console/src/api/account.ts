import { callRpc } from './client.ts';
import type { Key } from './Key.ts';

/** What the service says of the account of a key. */
export interface AccountInfo {
  readonly Account: string;
  readonly Version: string;
  readonly Host: 'standalone' | 'functions';
  readonly Locations: readonly { readonly Name: string; readonly Dialect: string }[];
  readonly Buckets: readonly { readonly Name: string; readonly Write: boolean }[];
  readonly Project?: string;
  readonly PipelineId?: string;
  readonly Queue?: string;
  readonly MaxUploadBytes?: number;
  readonly Features: Readonly<Record<string, boolean>>;
}

export const getAccount = (key: Key): Promise<AccountInfo> => callRpc<AccountInfo>('GetAccount', {}, { key });
