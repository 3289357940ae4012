// A server for each test that asks for one.
import { after } from "node:test";
import { startServer } from "../server.mjs";

const servers = [];

after(() => Promise.all(servers.map((server) => server.close())));

/** A server on a Saturday of 2025-W32, unless another time is given. */
export async function setting(now = "2025-08-09T10:00:00Z", options = []) {
  const server = await startServer(now, options);
  servers.push(server);
  return server;
}
