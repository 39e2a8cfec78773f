import { Trans, useLingui } from '@lingui/react/macro';
import { Link, Navigate, useSearch } from '@tanstack/react-router';
import { type SubmitEvent, useRef, useState } from 'react';
import { useApp } from '../app/app-context.ts';
import { ApiProblem } from '../app/api-problem.ts';
import { problemSentence } from '../app/problem-sentence.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { draftEmail } from './draft-email.ts';
import { EmailField } from './email-field.tsx';
import { signIn } from './identity-api.ts';
import { IdentityFrame } from './identity-frame.tsx';
import styles from './identity-frame.module.css';
import { PasswordField } from './password-field.tsx';
import { emailProblem } from './sign-up-problems.ts';
import { useEnter } from './use-enter.ts';
import { useServerFacts } from './use-server-facts.ts';
import { useSubmit } from './use-submit.ts';

export function SignInPage() {
  const { t } = useLingui();
  const search = useSearch({ from: '/guest/sign-in' });
  const facts = useServerFacts();
  if (facts?.firstRun) return <Navigate to="/sign-up" search={search} replace />;
  const footer = (
    <Trans>
      New here?{' '}
      <Link to="/sign-up" search={search}>
        Sign up
      </Link>
    </Trans>
  );
  return (
    <IdentityFrame title={t`Sign in`} lead={t`Good to see you again.`} footer={footer}>
      <SignInForm />
    </IdentityFrame>
  );
}

function SignInForm() {
  const { t } = useLingui();
  const { api } = useApp();
  const enter = useEnter();
  const [password, setPassword] = useState('');
  const [errors, setErrors] = useState<{ readonly email?: string; readonly password?: string }>({});
  const passwordInput = useRef<HTMLInputElement>(null);
  const { isPending, problem, submit } = useSubmit(async () => {
    try {
      await signIn(api, draftEmail.get().trim(), password);
    } catch (cause) {
      passwordInput.current?.select();
      throw cause;
    }
    await enter();
  });
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    const email = emailProblem(draftEmail.get());
    const missing = password === '' ? t`Write your password.` : undefined;
    setErrors({ ...(email && { email }), ...(missing && { password: missing }) });
    if (!email && !missing) submit();
  };
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate>
      {problem !== null && (
        <Banner tone="bad">{signInSentence(problem, t`The e-mail address or the password isn't right.`)}</Banner>
      )}
      <EmailField error={errors.email} onChange={() => setErrors({})} />
      <PasswordField
        label={t`Password`}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        error={errors.password}
        inputRef={passwordInput}
      />
      <p className={styles.aside}>
        <Link to="/forgot">
          <Trans>Forgot your password?</Trans>
        </Link>
      </p>
      <Button type="submit" tone="primary" size="large" isPending={isPending}>
        <Trans>Sign in</Trans>
      </Button>
    </form>
  );
}

/** One answer for an unknown address and a wrong password: who tries must not learn which. */
function signInSentence(problem: unknown, notRight: string): string {
  const isRefused =
    problem instanceof ApiProblem && ['invalid', 'sign-in-required', 'forbidden', 'not-found'].includes(problem.code);
  return isRefused ? notRight : problemSentence(problem);
}
