import { currentSession } from '../../app/session.ts';
import { upload as present, type Sending, type Upload } from '../../app/upload.ts';
import { submitAnalysis } from './submit.ts';
import { upload } from './upload.ts';

const isCancel = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

/** Uploads a file and has its object analysed. It goes on until it is canceled or somebody else signs in. */
export function startUpload(of: Sending): void {
  const session = currentSession();
  const stop = new AbortController();
  const tell = (state: Upload): void => {
    if (currentSession() === session) {
      present.set(state);
    }
  };
  const progress = (sent: number): void => {
    if (!stop.signal.aborted) {
      tell({ kind: 'sending', of, sent, cancel: () => stop.abort() });
    }
  };
  const run = async (): Promise<void> => {
    try {
      await upload(of, stop.signal, progress);
      const job = await submitAnalysis(of, of.deep, session?.account);
      tell(stop.signal.aborted ? { kind: 'canceled' } : { kind: 'finished', of, job });
    } catch (error) {
      tell(isCancel(error) ? { kind: 'canceled' } : { kind: 'failed', of, error });
    }
  };
  progress(0);
  void run();
}
