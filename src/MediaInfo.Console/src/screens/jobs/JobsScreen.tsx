import { t } from '../../i18n/t.ts';

export default function JobsScreen() {
  return <h1>{t('jobs.title')}</h1>;
}
