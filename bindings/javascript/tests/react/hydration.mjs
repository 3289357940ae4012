// A page from a server in another time zone, and how a browser takes it over.

import "./dom.mjs";

import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { act } from "@testing-library/react";
import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { PAGES } from "./pages.mjs";

/** One for each zone, since it takes longer to start than to answer. */
const servers = new Map();

function serverIn(timeZone) {
  let server = servers.get(timeZone);
  if (server === undefined) {
    const program = fileURLToPath(new URL("server.mjs", import.meta.url));
    // Node 20 says that its fake clock is an experiment.
    server = fork(program, { env: { ...process.env, TZ: timeZone }, execArgv: ["--no-warnings"] });
    // It ends with this process, which does not wait for it but for its answers.
    server.unref();
    server.channel.unref();
    servers.set(timeZone, server);
  }
  return server;
}

/** What a server in a zone answers at an instant. */
export async function serve(timeZone, page, instant, props = {}) {
  const server = serverIn(timeZone);
  server.channel.ref();
  server.send({ page, instant, props });
  const [answer] = await Promise.race([once(server, "message"), once(server, "exit")]);
  assert.equal(typeof answer, "object", `the server in ${timeZone} ended with ${answer}`);
  server.channel.unref();
  return answer;
}

/** Takes a page over: what React said about differences, and whether the server's elements are still those. */
export async function hydrate(html, page, props = {}) {
  const container = document.body.appendChild(document.createElement("div"));
  container.innerHTML = html;
  const sent = container.firstElementChild;
  const recovered = [];
  let root;
  await act(async () => {
    root = hydrateRoot(container, createElement(PAGES[page], props), {
      onRecoverableError: ({ message }) => recovered.push(message),
    });
  });
  const kept = container.firstElementChild === sent;
  return { container, recovered, kept, unmount: () => act(() => root.unmount()) };
}
