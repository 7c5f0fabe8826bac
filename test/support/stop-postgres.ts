/** Jest globalTeardown: ends the servers that start-postgres.ts started, and no others. */
export default async function stopPostgres(): Promise<void> {
  const servers = globalThis.testServers ?? [];
  globalThis.testServers = undefined;
  await Promise.all(servers.map((server) => server.stop()));
}
