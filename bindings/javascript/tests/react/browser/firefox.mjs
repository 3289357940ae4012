// Firefox, by WebDriver BiDi, which it speaks itself.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { WebSocket } from "ws";

const PATIENCE = 180_000;
const KEYS = {
  Backspace: "\uE003",
  Tab: "\uE004",
  Enter: "\uE007",
  PageUp: "\uE00E",
  PageDown: "\uE00F",
  End: "\uE010",
  Home: "\uE011",
  ArrowLeft: "\uE012",
  ArrowUp: "\uE013",
  ArrowDown: "\uE015",
};

/** The program that SEMAINE_FIREFOX names, or a Firefox on the search path, if there is one. */
export function firefoxProgram() {
  const named = process.env.SEMAINE_FIREFOX;
  const programs = named === undefined ? ["firefox-esr", "firefox"] : [named];
  return programs.find((program) => spawnSync(program, ["--version"]).status === 0);
}

/** Starts it with an empty profile. */
export async function firefox(program) {
  const profile = mkdtempSync(join(tmpdir(), "semaine-firefox-"));
  const started = spawn(
    program,
    ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"],
    {
      stdio: ["ignore", "ignore", "pipe"],
    },
  );
  process.once("exit", () => started.kill());
  const ended = new Promise((resolve) => started.once("exit", resolve));
  const { send, disconnect } = await connected(await addressOf(started));
  const { capabilities } = await send("session.new", { capabilities: {} });
  // The tab that it starts with never gets the focus.
  const { context } = await send("browsingContext.create", { type: "tab" });
  return {
    name: `Firefox ${capabilities.browserVersion}`,
    goto: (url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
    async run(script, ...given) {
      const { result, exceptionDetails } = await send("script.callFunction", {
        functionDeclaration: `async (given) => JSON.stringify(await (${script})(...JSON.parse(given)))`,
        arguments: [{ type: "string", value: JSON.stringify(given) }],
        awaitPromise: true,
        target: { context },
      });
      if (exceptionDetails !== undefined) {
        throw new Error(exceptionDetails.text);
      }
      return result.value === undefined ? undefined : JSON.parse(result.value);
    },
    press: (...keys) =>
      send("input.performActions", {
        context,
        actions: [{ type: "key", id: "keyboard", actions: keys.flatMap(strokes) }],
      }),
    async close() {
      await send("browser.close", {});
      disconnect();
      await ended;
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function strokes(key) {
  const value = KEYS[key] ?? key;
  return [
    { type: "keyDown", value },
    { type: "keyUp", value },
  ];
}

/** Where it listens, which it says once it does. */
async function addressOf(started) {
  const late = setTimeout(() => started.kill(), PATIENCE);
  try {
    for await (const line of createInterface({ input: started.stderr })) {
      const [, address] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
      if (address !== undefined) {
        return address;
      }
    }
  } finally {
    clearTimeout(late);
    // What is not read would stop it.
    started.stderr.resume();
  }
  throw new Error("Firefox does not listen");
}

async function connected(address) {
  const socket = new WebSocket(`${address}/session`);
  const waiting = new Map();
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  socket.on("message", (data) => {
    const { id, type, result, error, message } = JSON.parse(data);
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (type === "success") {
      resolve?.(result);
    } else {
      reject?.(new Error(`${error}: ${message}`));
    }
  });
  let last = 0;
  const send = (method, params) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  return { send, disconnect: () => socket.close() };
}
