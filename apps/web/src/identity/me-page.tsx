import { useLingui } from '@lingui/react/macro';
import { useTitle } from '../app/use-title.ts';
import styles from './me-page.module.css';
import { ProfileForm } from './profile-form.tsx';
import { SessionList } from './session-list.tsx';

/** The person's own page: profile and where they are signed in. */
export function MePage() {
  const { t } = useLingui();
  useTitle(t`Profile`);
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{t`Profile`}</h1>
      <ProfileForm />
      <SessionList />
    </div>
  );
}
