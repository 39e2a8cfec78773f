import { useLingui } from '@lingui/react/macro';
import { Eye, EyeOff } from 'lucide-react';
import { type KeyboardEvent, type Ref, useState } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import { TextField } from '../ui/text-field.tsx';

interface PasswordFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** For password managers: the one known, or a new one. */
  readonly autoComplete: 'current-password' | 'new-password';
  readonly hint?: string;
  readonly error?: string | undefined;
  readonly inputRef?: Ref<HTMLInputElement>;
}

/** Can be shown while typing, and says when Caps Lock is on. */
export function PasswordField({ label, value, onChange, autoComplete, hint, error, inputRef }: PasswordFieldProps) {
  const { t } = useLingui();
  const [isShown, setShown] = useState(false);
  const [hasCapsLock, setCapsLock] = useState(false);
  const lookAtCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const eye = (
    <IconButton
      icon={isShown ? EyeOff : Eye}
      label={isShown ? t`Hide the password` : t`Show the password`}
      onPress={() => setShown(!isShown)}
    />
  );
  return (
    <TextField
      label={label}
      name="password"
      type={isShown ? 'text' : 'password'}
      autoComplete={autoComplete}
      spellCheck="false"
      autoCapitalize="off"
      value={value}
      onChange={onChange}
      onKeyDown={lookAtCapsLock}
      onKeyUp={lookAtCapsLock}
      onBlur={() => setCapsLock(false)}
      hint={hasCapsLock ? t`Caps Lock is on.` : hint}
      error={error}
      end={eye}
      inputRef={inputRef}
    />
  );
}
