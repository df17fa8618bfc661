import { t } from '../../i18n/t.ts';

export default function QueueScreen() {
  return <h1>{t('queues.title')}</h1>;
}
