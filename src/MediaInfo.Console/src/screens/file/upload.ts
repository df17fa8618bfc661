import { callRpc } from '../../api/client.ts';
import { ownAddress } from './pictures.ts';

export interface Grant {
  readonly Url: string;
  readonly Method: string;
  readonly Headers?: Readonly<Record<string, string>>;
  readonly ExpiresAt: string;
  readonly MaxBytes?: number;
}

export interface UploadOrder {
  readonly bucket: string;
  readonly object: string;
  readonly file: File;
  readonly overwrite: boolean;
}

/** The upload ended without success: the status of its answer, or 0 if the connection broke, and the code that the store gave. */
export class UploadError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code = '') {
    super(`upload: ${status} ${code}`);
    this.name = 'UploadError';
    this.status = status;
    this.code = code;
  }
}

/** The code of an answer of the embedded store; empty for any other. */
const errorCodeOf = (body: string): string => /^\{"code":"(\w+)"/.exec(body)?.[1] ?? '';

/** The browser cannot read the file: it was moved, is not theirs, or is no file at all. */
export class UnreadableError extends Error {}

async function grantFor({ bucket, object, file, overwrite }: UploadOrder, signal: AbortSignal): Promise<Grant> {
  const parameters = { Bucket: bucket, Object: object, Size: file.size, ...(overwrite ? { Overwrite: 'true' } : {}) };
  return (await callRpc<{ Upload: Grant }>('CreateUpload', parameters, { signal })).Upload;
}

/** Sends a file to storage. Only XMLHttpRequest tells how much of a body has been sent. */
export async function upload(order: UploadOrder, signal: AbortSignal, onProgress: (sent: number) => void): Promise<void> {
  await order.file.slice(0, 1).arrayBuffer().catch((error: unknown) => {
    throw new UnreadableError(order.file.name, { cause: error });
  });
  const grant = await grantFor(order, signal);
  await new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const broken = (): void => reject(new UploadError(0));
    request.open(grant.Method, ownAddress(grant.Url, window.location));
    for (const [name, value] of Object.entries(grant.Headers ?? {})) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => onProgress(event.loaded);
    const failed = (): void => reject(new UploadError(request.status, errorCodeOf(request.responseText)));
    request.onload = () => (request.status >= 200 && request.status < 300 ? resolve() : failed());
    request.onerror = broken;
    request.ontimeout = broken;
    request.onabort = () => reject(new DOMException('canceled', 'AbortError'));
    signal.addEventListener('abort', () => request.abort(), { once: true });
    if (signal.aborted) {
      reject(new DOMException('canceled', 'AbortError'));
    } else {
      request.send(order.file);
    }
  });
}
