import { useEffect, useRef, useState } from 'preact/hooks';
import { objectFor, renamed, upload } from './upload.ts';

export interface Sending {
  readonly file: File;
  readonly bucket: string;
  readonly object: string;
  /** Bytes so far. */
  readonly sent: number;
}

export interface Upload {
  /** What is being sent. */
  readonly sending: Sending | undefined;
  /** What was being sent when it failed, and why. */
  readonly failed: { readonly of: Sending; readonly error: unknown } | undefined;
  readonly canceled: boolean;
  readonly start: (file: File, bucket: string, how?: { overwrite?: boolean; object?: string }) => void;
  readonly cancel: () => void;
  /** The same file under a name that says when. */
  readonly rename: () => void;
}

const isCancel = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** Uploads a file and tells when its object is complete. Leaving the page cancels it. */
export function useUpload(onDone: (bucket: string, object: string) => void): Upload {
  const [sending, setSending] = useState<Sending>();
  const [failed, setFailed] = useState<Upload['failed']>();
  const [canceled, setCanceled] = useState(false);
  const stop = useRef<AbortController | undefined>(undefined);
  const left = useRef(false);
  useEffect(() => () => {
    left.current = true;
    stop.current?.abort();
  }, []);

  const start: Upload['start'] = (file, bucket, { overwrite = false, object = objectFor(file.name) } = {}) => {
    stop.current?.abort();
    const abort = new AbortController();
    stop.current = abort;
    const order = { file, bucket, object, sent: 0 };
    setFailed(undefined);
    setCanceled(false);
    setSending(order);
    upload({ file, bucket, object, overwrite }, abort.signal, (sent) => setSending({ ...order, sent }))
      .then(() => {
        if (!left.current) {
          setSending(undefined);
          onDone(bucket, object);
        }
      })
      .catch((error: unknown) => {
        if (!left.current && stop.current === abort) {
          setSending(undefined);
          if (isCancel(error)) {
            setCanceled(true);
          } else {
            setFailed({ of: order, error });
          }
        }
      });
  };
  const rename = (): void => {
    if (failed) {
      start(failed.of.file, failed.of.bucket, { object: renamed(failed.of.object, new Date()) });
    }
  };
  return { sending, failed, canceled, start, cancel: () => stop.current?.abort(), rename };
}
