import { useNavigate, useSearch } from '@tanstack/react-router';
import { useApp } from '../app/app-context.ts';
import { backPath } from '../app/back-path.ts';

/** After signing in: learns who we are, then goes where the person wanted. */
export function useEnter(): () => Promise<void> {
  const { session } = useApp();
  const navigate = useNavigate();
  const { back } = useSearch({ strict: false });
  return async () => {
    await session.load(true);
    await navigate({ href: backPath(back), replace: true });
  };
}
