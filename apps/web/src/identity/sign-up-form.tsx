import { Trans, useLingui } from '@lingui/react/macro';
import { LIMITS } from '@talka/domain/kernel';
import { type SubmitEvent, type RefObject, useRef, useState } from 'react';
import { useApp } from '../app/app-context.ts';
import { ownTimeZone } from '../app/own-time-zone.ts';
import { problemSentence } from '../app/problem-sentence.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { draftEmail } from './draft-email.ts';
import { EmailField } from './email-field.tsx';
import { signUp } from './identity-api.ts';
import styles from './identity-frame.module.css';
import { PasswordField } from './password-field.tsx';
import { type FieldErrors, fieldProblems, signUpProblems } from './sign-up-problems.ts';
import { useSubmit } from './use-submit.ts';

interface SignUpFormProps {
  readonly onSignedIn: () => Promise<void>;
  readonly onMailed: () => void;
}

export function SignUpForm({ onSignedIn, onMailed }: SignUpFormProps) {
  const { t } = useLingui();
  const { api, language } = useApp();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [ownErrors, setOwnErrors] = useState<FieldErrors>({});
  const form = useRef<HTMLFormElement>(null);
  const { isPending, problem, submit } = useSubmit(async () => {
    const here = { language: language.get().tag, timeZone: ownTimeZone() };
    const status = await signUp(api, { name: name.trim(), email: draftEmail.get().trim(), password }, here);
    if (status === 'signed-in') await onSignedIn();
    else onMailed();
  });
  const errors = { ...fieldProblems(problem), ...ownErrors };
  const isAboutField = Object.keys(fieldProblems(problem)).length > 0;
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const found = signUpProblems({ name, email: draftEmail.get(), password });
    setOwnErrors(found);
    if (Object.keys(found).length === 0) submit();
    else focusFirst(form, found);
  };
  return (
    <form ref={form} className={styles.form} onSubmit={onSubmit} noValidate>
      {problem !== null && !isAboutField && <Banner tone="bad">{problemSentence(problem)}</Banner>}
      <TextField
        label={t`Your name`}
        name="name"
        autoComplete="name"
        maxLength={LIMITS.personName}
        value={name}
        onChange={setName}
        error={errors.name}
      />
      <EmailField error={errors.email} />
      <PasswordField
        label={t`Password`}
        autoComplete="new-password"
        hint={t`At least ${LIMITS.passwordMin} characters. A few words in a row work well.`}
        value={password}
        onChange={setPassword}
        error={errors.password}
      />
      <Button type="submit" tone="primary" size="large" isPending={isPending}>
        <Trans>Sign up</Trans>
      </Button>
    </form>
  );
}

function focusFirst(form: RefObject<HTMLFormElement | null>, errors: FieldErrors): void {
  const first = (['name', 'email', 'password'] as const).find((field) => errors[field]);
  form.current?.querySelector<HTMLInputElement>(`input[name="${first}"]`)?.focus();
}
