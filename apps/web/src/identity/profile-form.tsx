import { useLingui } from '@lingui/react/macro';
import { LIMITS } from '@talka/domain/kernel';
import { useState } from 'react';
import { useApp, useSession } from '../app/app-context.ts';
import { LANGUAGES } from '../app/languages.ts';
import { ownTimeZone } from '../app/own-time-zone.ts';
import type { ProfileChange } from '../app/session.ts';
import type { Theme } from '../app/theme.ts';
import { useProblemToast } from '../app/use-problem-toast.ts';
import { useStore } from '../app/use-store.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import styles from './me-page.module.css';

/** Every change holds at once. */
export function ProfileForm() {
  const { user } = useSession();
  return (
    <section className={styles.card}>
      <div className={styles.person}>
        <Avatar person={user} size="huge" isDecoration />
        <div className={styles.personText}>
          <p className={styles.name} dir="auto">
            {user.name}
          </p>
          <p className={styles.email}>
            <bdi>{user.email}</bdi>
          </p>
        </div>
      </div>
      <div className={styles.fields}>
        <NameField key={user.name} name={user.name} />
        <LanguageField />
        <ThemeField />
        <TimeZoneField timeZone={user.timeZone} />
      </div>
    </section>
  );
}

function useChangeProfile(): (change: ProfileChange) => void {
  const { session } = useApp();
  const report = useProblemToast();
  return (change) => void session.changeProfile(change).catch(report);
}

function NameField({ name }: { readonly name: string }) {
  const { t } = useLingui();
  const change = useChangeProfile();
  const [draft, setDraft] = useState(name);
  const save = () => {
    const next = draft.trim();
    if (next === '') setDraft(name);
    else if (next !== name) change({ name: next });
  };
  return (
    <TextField
      label={t`Your name`}
      autoComplete="name"
      maxLength={LIMITS.personName}
      value={draft}
      onChange={setDraft}
      onBlur={save}
      onKeyDown={(event) => event.key === 'Enter' && save()}
    />
  );
}

function LanguageField() {
  const { t } = useLingui();
  const { language, session } = useApp();
  const report = useProblemToast();
  const current = useStore(language);
  const choose = async (tag: string) => {
    await language.change(tag);
    await session.changeProfile({ language: tag });
  };
  return (
    <Select
      label={t`Language`}
      options={LANGUAGES.map(({ tag, name }) => ({ value: tag, label: name, lang: tag }))}
      value={current.tag}
      onChange={(tag) => void choose(tag).catch(report)}
    />
  );
}

function ThemeField() {
  const { t } = useLingui();
  const { theme } = useApp();
  const change = useChangeProfile();
  const current = useStore(theme);
  const choose = (next: Theme) => {
    theme.change(next);
    change({ theme: next });
  };
  const options: readonly { readonly value: Theme; readonly label: string }[] = [
    { value: 'system', label: t`Like the system` },
    { value: 'light', label: t`Light` },
    { value: 'dark', label: t`Dark` },
  ];
  return <Select label={t`Theme`} options={options} value={current} onChange={choose} />;
}

function TimeZoneField({ timeZone }: { readonly timeZone: string | null }) {
  const { t } = useLingui();
  const change = useChangeProfile();
  const current = timeZone ?? ownTimeZone();
  const known = Intl.supportedValuesOf('timeZone');
  const zones = known.includes(current) ? known : [current, ...known];
  const options = zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }));
  return (
    <Select label={t`Time zone`} options={options} value={current} onChange={(zone) => change({ timeZone: zone })} />
  );
}
