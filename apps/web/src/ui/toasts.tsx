import { X } from 'lucide-react';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { classNames } from './class-names.ts';
import { Icon } from './icon.tsx';
import { closeToast, currentToasts, onToastsChange, type Toast } from './toast-queue.ts';
import styles from './toasts.module.css';

interface ToastsProps {
  readonly label: string;
  readonly closeLabel: string;
}

/** Where toasts appear; once, at the root. Time stands still while a hand or the focus is on them. */
export function Toasts({ label, closeLabel }: ToastsProps) {
  const toasts = useSyncExternalStore(onToastsChange, currentToasts);
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  if (toasts.length === 0) return null;
  return (
    // Hands and focus only stop the clock here.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={styles.region}
      aria-label={label}
      data-react-aria-top-layer
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} closeLabel={closeLabel} isPaused={isHovered || isFocused} />
      ))}
    </section>
  );
}

interface ToastCardProps {
  readonly toast: Toast;
  readonly closeLabel: string;
  readonly isPaused: boolean;
}

function ToastCard({ toast, closeLabel, isPaused }: ToastCardProps) {
  useLeaveAfter(toast, isPaused);
  const act = () => {
    closeToast(toast.id);
    toast.action?.run();
  };
  return (
    <div className={classNames(styles.toast, styles[toast.tone])}>
      <p className={styles.text}>{toast.text}</p>
      {toast.action && (
        <AriaButton className={styles.action ?? ''} onPress={act}>
          {toast.action.label}
        </AriaButton>
      )}
      <AriaButton className={styles.close ?? ''} aria-label={closeLabel} onPress={() => closeToast(toast.id)}>
        <Icon shape={X} size={15} />
      </AriaButton>
    </div>
  );
}

function useLeaveAfter(toast: Toast, isPaused: boolean): void {
  const leftMs = useRef(toast.stayMs);
  useEffect(() => {
    if (isPaused) return;
    const startedAt = performance.now();
    const timer = setTimeout(() => closeToast(toast.id), leftMs.current);
    return () => {
      clearTimeout(timer);
      leftMs.current = Math.max(1_000, leftMs.current - (performance.now() - startedAt));
    };
  }, [toast, isPaused]);
}
