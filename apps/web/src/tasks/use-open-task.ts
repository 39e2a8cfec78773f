import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useBoardSession } from '../boards/index.ts';

/** Opens a task over its board, at its own address. */
export function useOpenTask(): (taskId: string) => void {
  const { boardId } = useBoardSession();
  const navigate = useNavigate();
  return useCallback(
    (taskId) => void navigate({ to: '/b/$boardId/t/$taskId', params: { boardId, taskId } }),
    [navigate, boardId],
  );
}
