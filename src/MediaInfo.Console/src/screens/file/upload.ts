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

/** The upload ended without success: the status of its answer, or 0 if the connection broke. */
export class UploadError extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`upload: ${status}`);
    this.name = 'UploadError';
    this.status = status;
  }
}

/** A name of a storage object that says where it came from; characters that trouble addresses become hyphens. */
export const objectFor = (name: string): string => `uploads/${name.normalize('NFC').replace(/[\\/?#%&+\p{Cc}]+/gu, '-')}`;

/** Another name for the same file: "uploads/a-20240229-120000.mp4". */
export function renamed(object: string, now: Date): string {
  const stamp = now.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  const dot = object.lastIndexOf('.');
  return dot > object.lastIndexOf('/') ? `${object.slice(0, dot)}-${stamp}${object.slice(dot)}` : `${object}-${stamp}`;
}

async function grantFor({ bucket, object, file, overwrite }: UploadOrder, signal: AbortSignal): Promise<Grant> {
  const parameters = { Bucket: bucket, Object: object, Size: file.size, ...(overwrite ? { Overwrite: 'true' } : {}) };
  return (await callRpc<{ Upload: Grant }>('CreateUpload', parameters, { signal })).Upload;
}

/** Sends a file to storage. Only XMLHttpRequest tells how much of a body has been sent. */
export async function upload(order: UploadOrder, signal: AbortSignal, onProgress: (sent: number) => void): Promise<void> {
  const grant = await grantFor(order, signal);
  await new Promise<void>((resolve, reject) => {
    const request = new XMLHttpRequest();
    const broken = (): void => reject(new UploadError(0));
    request.open(grant.Method, ownAddress(grant.Url, window.location));
    for (const [name, value] of Object.entries(grant.Headers ?? {})) {
      request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => onProgress(event.loaded);
    request.onload = () => (request.status >= 200 && request.status < 300 ? resolve() : reject(new UploadError(request.status)));
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
