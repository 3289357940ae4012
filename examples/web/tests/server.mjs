// The program that SEMAINE_SERVER names, on a database of its own.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const LISTENING = /^Listening on (http:\/\/127\.0\.0\.1:(\d+))$/;

/** Starts a server whose clock begins at `now`; the other options are the program's, and its limits. */
export async function startServer(now, options = []) {
  const server = new Server(now, options);
  await server.start();
  return server;
}

class Server {
  #folder = mkdtempSync(join(tmpdir(), "semaine-web-"));
  #options;
  #port = 0;
  #program = null;
  #log = "";

  constructor(now, options) {
    const database = `sqlite://${join(this.#folder, "semaine.db").replaceAll("\\", "/")}?mode=rwc`;
    this.#options = ["--now", new Date(now).toISOString(), "--database-url", database, ...options];
  }

  /** Where it listens: the same address also after it was started again. */
  get origin() {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts the program, on the database that is there by now. */
  async start() {
    const program = spawn(
      process.env.SEMAINE_SERVER,
      ["--bind", `127.0.0.1:${this.#port}`, ...this.#options],
      {
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    program.stderr.setEncoding("utf8").on("data", (text) => {
      this.#log += text;
    });
    this.#program = program;
    const ended = once(program, "exit").then(([code, signal]) => {
      throw new Error(`the server has ended (${signal ?? code}):\n${this.#log}`);
    });
    const [line] = await Promise.race([once(createInterface(program.stdout), "line"), ended]);
    ended.catch(() => {});
    const [, , port] = LISTENING.exec(line) ?? assert.fail(line);
    this.#port = Number(port);
  }

  /** Ends the program as a crash does. */
  async kill() {
    await this.#ended("SIGKILL");
  }

  /** Ends the program as its host does, and removes its database. */
  async close() {
    const [code] = await this.#ended("SIGTERM");
    rmSync(this.#folder, { recursive: true });
    // Windows has no signals: there, programs are only ever killed.
    if (process.platform !== "win32") {
      assert.equal(code, 0, this.#log);
    }
  }

  async #ended(signal) {
    const program = this.#program;
    if (program.exitCode !== null || program.signalCode !== null) {
      return [0];
    }
    const ended = once(program, "exit");
    program.kill(signal);
    return ended;
  }

  /** What the API answers: its status, and its body if there is one. */
  async ask(method, path, { body, headers = {}, language = "en" } = {}) {
    const type = body === undefined ? {} : { "Content-Type": "application/json" };
    const response = await fetch(this.origin + path, {
      method,
      headers: { "Accept-Language": language, ...type, ...headers },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === "" ? null : JSON.parse(text),
    };
  }
}
