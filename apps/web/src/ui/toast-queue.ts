import { announce } from './announce.ts';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly tone: 'plain' | 'bad';
  readonly action: ToastAction | null;
  readonly stayMs: number;
}

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

interface ToastOptions {
  readonly tone?: Toast['tone'];
  /** Usually "Undo". */
  readonly action?: ToastAction;
  readonly stayMs?: number;
}

const MOST_AT_ONCE = 3;
const STAY_MS = 6_000;
const STAY_WITH_ACTION_MS = 10_000;

let toasts: readonly Toast[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

/** Shows and speaks a short sentence; returns what takes it away before its time. */
export function showToast(text: string, options: ToastOptions = {}): () => void {
  const { tone = 'plain', action = null } = options;
  const stayMs = options.stayMs ?? (action ? STAY_WITH_ACTION_MS : STAY_MS);
  lastId += 1;
  const toast = { id: lastId, text, tone, action, stayMs };
  change([...toasts.filter((each) => each.text !== text), toast].slice(-MOST_AT_ONCE));
  announce(action ? `${text} ${action.label}` : text);
  return () => closeToast(toast.id);
}

export function closeToast(id: number): void {
  change(toasts.filter((toast) => toast.id !== id));
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}

export function onToastsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}
