// A page from a server in another time zone, and how a browser takes it over.

import "./dom.mjs";

import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { act } from "@testing-library/react";
import { createElement } from "react";
import { hydrateRoot } from "react-dom/client";
import { PAGES } from "./pages.mjs";

/** What a server in a zone answers at an instant. */
export async function serve(timeZone, page, instant, props = {}) {
  const program = fileURLToPath(new URL("server.mjs", import.meta.url));
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, page, instant, JSON.stringify(props)],
    { env: { ...process.env, TZ: timeZone } },
  );
  return JSON.parse(stdout);
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
