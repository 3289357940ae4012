// The built page, served on loopback with the headers that a server should send with it.
import { fileURLToPath } from "node:url";
import { preview } from "vite";

/** The folder of the project. */
export const PROJECT = fileURLToPath(new URL("../..", import.meta.url));

/** Serves it until the returned server is closed. */
export async function serve() {
  const server = await preview({ root: PROJECT, logLevel: "error", preview: { port: 0 } });
  const { port } = server.httpServer.address();
  return { origin: `http://127.0.0.1:${port}`, close: () => server.close() };
}
