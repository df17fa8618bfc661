import { useState } from 'preact/hooks';
import { t } from '../../i18n/t.ts';
import { Empty } from '../../ui/Empty.tsx';
import type { Delivery } from './deliveries.ts';
import { DeliveryRows } from './DeliveryRows.tsx';
import { FailedDeliveries } from './FailedDeliveries.tsx';

/** What was told of the jobs that ended last, or what could not be told. */
export function DeliveryTable({ deliveries }: { readonly deliveries: readonly Delivery[] }) {
  const [errors, setErrors] = useState(false);
  const none = <Empty title={t('queues.delivered.none.title')}><p>{t('queues.delivered.none.text')}</p></Empty>;
  return (
    <>
      <p>
        <label>
          <input type="checkbox" checked={errors} onChange={(event) => setErrors(event.currentTarget.checked)} />{' '}
          {t('queues.delivered.errors')}
        </label>
      </p>
      {errors ? <FailedDeliveries round={deliveries} /> : deliveries.length === 0 ? none : <DeliveryRows deliveries={deliveries} />}
    </>
  );
}
