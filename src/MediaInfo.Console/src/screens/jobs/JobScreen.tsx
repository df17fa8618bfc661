import { t } from '../../i18n/t.ts';

export default function JobScreen() {
  return <h1>{t('jobs.title')}</h1>;
}
