/** Every bound on what a person may write, in one place. Lengths are UTF-16 code units. */
export const LIMITS = {
  personName: 100,
  accountName: 100,
  email: 254,
  passwordMin: 10,
  passwordMax: 200,
  boardName: 120,
  columnName: 80,
  taskTitle: 500,
  taskDescription: 100_000,
  columnsPerBoard: 100,
  tasksPerBoard: 50_000,
  tasksPerPaste: 500,
  teamPerBoard: 1_000,
  commandFrameBytes: 524_288,
  requestBodyBytes: 1_048_576,
} as const;
