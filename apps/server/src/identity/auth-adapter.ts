import type { CleanedWhere, CustomAdapter } from 'better-auth/adapters';
import { sql, type Expression, type ExpressionBuilder, type Kysely, type SqlBool } from 'kysely';

type Row = Record<string, unknown>;
type Rows = Record<string, Row>;
type Where = readonly CleanedWhere[];
export type AnyTables = Kysely<Rows>;

/** How better-auth reads and writes, over whichever connection or transaction is current. */
export function createAuthAdapter(current: () => AnyTables): CustomAdapter {
  return {
    create: async ({ model, data }) =>
      // better-auth takes back the shape it gave
      (await current().insertInto(model).values(data).returningAll().executeTakeFirstOrThrow()) as typeof data,
    update: async <T>({ model, where, update }: { model: string; where: CleanedWhere[]; update: T }) => {
      const change = current()
        .updateTable(model)
        .set(update as Row)
        .where(matching(where)); // a plain record of columns
      return ((await change.returningAll().executeTakeFirst()) ?? null) as T | null;
    },
    async updateMany({ model, where, update }) {
      const changed = await current().updateTable(model).set(update).where(matching(where)).executeTakeFirst();
      return Number(changed.numUpdatedRows);
    },
    findOne: async <T>({ model, where }: { model: string; where: CleanedWhere[] }) => {
      const found = current().selectFrom(model).selectAll().where(matching(where)).limit(1);
      return ((await found.executeTakeFirst()) ?? null) as T | null;
    },
    findMany: async <T>({ model, where = [], limit, sortBy, offset = 0 }: FindMany) => {
      const found = current().selectFrom(model).selectAll().where(matching(where)).limit(limit).offset(offset);
      const sorted = sortBy ? found.orderBy(sortBy.field, sortBy.direction) : found;
      return (await sorted.execute()) as T[];
    },
    async delete({ model, where }) {
      await current().deleteFrom(model).where(matching(where)).execute();
    },
    async deleteMany({ model, where }) {
      const gone = await current().deleteFrom(model).where(matching(where)).executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
    async count({ model, where = [] }) {
      const all = current()
        .selectFrom(model)
        .select((row) => row.fn.countAll().as('all'));
      return Number((await all.where(matching(where)).executeTakeFirstOrThrow()).all);
    },
  };
}

interface FindMany {
  readonly model: string;
  readonly where?: CleanedWhere[] | undefined;
  readonly limit: number;
  readonly sortBy?: { readonly field: string; readonly direction: 'asc' | 'desc' } | undefined;
  readonly offset?: number | undefined;
}

type Columns = ExpressionBuilder<Rows, string>;

/** All of the AND conditions, and one of the OR conditions where there are any. */
function matching(where: Where): (row: Columns) => Expression<SqlBool> {
  return (row) => {
    const all = where.filter(({ connector }) => connector === 'AND').map((one) => condition(row, one));
    const any = where.filter(({ connector }) => connector === 'OR').map((one) => condition(row, one));
    return row.and(any.length > 0 ? [...all, row.or(any)] : all);
  };
}

const COMPARISONS = { eq: '=', ne: '!=', lt: '<', lte: '<=', gt: '>', gte: '>=', in: 'in', not_in: 'not in' } as const;

function condition(row: Columns, { field, operator = 'eq', value }: CleanedWhere): Expression<SqlBool> {
  if (operator === 'contains' || operator === 'starts_with' || operator === 'ends_with') {
    // Nothing we use of better-auth searches by pattern; a plugin that does must say how it escapes.
    throw new Error(`no patterns over ${field}`);
  }
  if (value === null && operator === 'eq') return row(field, 'is', null);
  if (value === null && operator === 'ne') return row(field, 'is not', null);
  if (Array.isArray(value) && value.length === 0) return operator === 'in' ? sql`1 = 0` : sql`1 = 1`;
  return row(field, COMPARISONS[operator], value);
}
