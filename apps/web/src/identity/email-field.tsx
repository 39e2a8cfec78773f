import { useLingui } from '@lingui/react/macro';
import { LIMITS } from '@talka/domain/kernel';
import type { Ref } from 'react';
import { useStore } from '../app/use-store.ts';
import { TextField } from '../ui/text-field.tsx';
import { draftEmail } from './draft-email.ts';

interface EmailFieldProps {
  readonly error?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly onChange?: () => void;
}

/** The address, the same on every page of this folder. */
export function EmailField({ error, inputRef, onChange }: EmailFieldProps) {
  const { t } = useLingui();
  const email = useStore(draftEmail);
  const change = (value: string) => {
    draftEmail.set(value);
    onChange?.();
  };
  return (
    <TextField
      label={t`E-mail address`}
      name="email"
      type="email"
      inputMode="email"
      autoComplete="username"
      autoCapitalize="off"
      spellCheck="false"
      maxLength={LIMITS.email}
      value={email}
      onChange={change}
      error={error}
      inputRef={inputRef}
    />
  );
}
