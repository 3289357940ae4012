// What lies between the page and its server: it may be slow, or cut. Nothing here answers in the server's place.
import { once } from "node:events";
import { connect, createServer } from "node:net";

const API = "**/api/**";

/** Holds the page's requests back until the returned function is called. */
export async function hold(page) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  await page.route(API, async (route) => {
    await released;
    await route.continue();
  });
  return () => release();
}

/** Lets no request of the page through until the returned function is called. */
export async function cut(page) {
  const abort = (route) => route.abort("connectionrefused");
  await page.route(API, abort);
  return () => page.unroute(API, abort);
}

/** Keeps a server busy: with requests whose bodies do not come, until the returned function is called. */
export async function occupy({ origin }, requests) {
  const { hostname, port } = new URL(origin);
  const head = [
    "POST /api/meal-plans HTTP/1.1",
    `Host: ${hostname}:${port}`,
    "Content-Type: application/json",
    "Content-Length: 2",
    "",
    "",
  ].join("\r\n");
  const sockets = Array.from({ length: requests }, () => connect(port, hostname));
  await Promise.all(sockets.map((socket) => once(socket, "connect")));
  for (const socket of sockets) {
    socket.write(head);
  }
  return () => {
    for (const socket of sockets) {
      socket.destroy();
    }
  };
}

/** A way to a server on which, while `slow` is set, the bodies of requests do not arrive. */
export async function slowWay({ origin }) {
  const { hostname, port } = new URL(origin);
  const way = { slow: false };
  const relay = createServer((page) => {
    const server = connect(port, hostname);
    page.on("data", (data) => {
      const body = way.slow ? data.indexOf("\r\n\r\n") + 4 : data.length;
      server.write(data.subarray(0, body));
    });
    server.pipe(page);
    page.on("error", () => server.destroy());
    page.on("close", () => server.destroy());
    server.on("error", () => page.destroy());
  });
  relay.listen(0, hostname);
  await once(relay, "listening");
  way.origin = `http://${hostname}:${relay.address().port}`;
  way.close = () => relay.close();
  return way;
}
