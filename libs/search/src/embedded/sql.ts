/** What of a connection the embedded engine uses: `DataSource` of @mantianxing/database is one. Answers rows. */
export interface Sql {
  query<Rows>(sql: string, parameters?: unknown[]): Promise<Rows>;
}
