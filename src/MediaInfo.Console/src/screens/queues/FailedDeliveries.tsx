import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorNotice } from '../../ui/ErrorNotice.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { useLoaded } from '../shared/useLoaded.ts';
import { failedDeliveries, type Errors } from './deliveries.ts';
import { DeliveryRows } from './DeliveryRows.tsx';

/** The messages that were not delivered, the newest first, as far back as somebody wants to look. */
export function FailedDeliveries({ round }: { readonly round: unknown }) {
  const first = useRef(true);
  const { value, error, loading, reload } = useLoaded('errors', (signal) => failedDeliveries({ signal }));
  const [further, setFurther] = useState<Errors>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (!first.current) {
      setFurther(undefined);
      reload();
    }
    first.current = false;
  }, [round]);
  if (error !== undefined) {
    return <ErrorNotice error={error} />;
  }
  if (!value) {
    return <Loading />;
  }
  const token = (further ?? value).token;
  const deliveries = [...value.deliveries, ...further?.deliveries ?? []];
  const look = (): void => {
    setBusy(true);
    setProblem(undefined);
    failedDeliveries({}, token)
      .then((more) => setFurther({ ...more, deliveries: [...further?.deliveries ?? [], ...more.deliveries] }), setProblem)
      .finally(() => setBusy(false));
  };
  return (
    <>
      {deliveries.length > 0
        ? <DeliveryRows deliveries={deliveries} />
        : <p class="soft">{t(token === undefined ? 'queues.delivered.noErrors' : 'queues.delivered.noErrorsYet')}</p>}
      {problem !== undefined && <ErrorNotice error={problem} />}
      {token !== undefined && <Button busy={busy || loading} onClick={look}>{t('queues.delivered.further')}</Button>}
    </>
  );
}
