interface BoardPageProps {
  readonly boardId: string;
  readonly taskId: string | null;
}

export function BoardPage({ boardId, taskId }: BoardPageProps) {
  return (
    <p>
      {boardId} {taskId}
    </p>
  );
}
