import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Example, makeExample } from "./example";

const root = join(import.meta.dirname, "..", "..");
const logs = join(import.meta.dirname, "..", "target", "journeys");
const patience = 120_000;

/** The running trial: what `./run` starts, with data of its own. */
export interface Stack {
  url: string;
  simulatorUrl: string;
  /** What its program is told, to start it or to have it do one thing. */
  environment: Record<string, string>;
  example: Example;
}

/** What the tests run against; each worker is handed it when it starts. */
export function stack(): Stack {
  return JSON.parse(process.env.INLET_JOURNEYS ?? "") as Stack;
}

/** Has the running trial do one thing, as its operator would, and returns what it printed. */
export async function operate(
  { environment }: Pick<Stack, "environment">,
  ...command: string[]
): Promise<string> {
  const { stdout } = await promisify(execFile)(join(root, "run"), command, {
    env: { ...process.env, ...environment },
  });
  return stdout;
}

/** Playwright calls it before all tests, and what it returns after them. */
async function start() {
  if (!existsSync(join(root, "standalone/target/inlet-standalone.jar"))) {
    throw new Error("Inlet is not built yet: ./mvnw -DskipTests package");
  }
  const [port, simulatorPort] = await Promise.all([freePort(), freePort()]);
  const data = mkdtempSync(join(tmpdir(), "inlet-journeys-"));
  const environment = {
    INLET_AS_BUILT: "true",
    INLET_DATA_DIR: data,
    INLET_PORT: String(port),
    INLET_SIMULATOR_PORT: String(simulatorPort),
  };
  const program = spawn(join(root, "run"), { env: { ...process.env, ...environment } });
  const kill = () => program.kill("SIGKILL");
  process.once("exit", kill);
  const stop = async () => {
    await end(program);
    process.off("exit", kill);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await untilReady(program);
    const url = `http://localhost:${port}`;
    const simulatorUrl = `http://localhost:${simulatorPort}`;
    const example = await makeExample({ url, simulatorUrl, environment });
    const running: Stack = { url, simulatorUrl, environment, example };
    process.env.INLET_JOURNEYS = JSON.stringify(running);
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

// Playwright asks for a default export.
export default start;

function untilReady(program: ChildProcess): Promise<void> {
  mkdirSync(logs, { recursive: true });
  const log = createWriteStream(join(logs, "stack.log"));
  program.stdout?.pipe(log);
  program.stderr?.pipe(log);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => fail("was not ready in time"), patience);
    const fail = (how: string) => {
      clearTimeout(timer);
      reject(new Error(`The stack ${how}: see target/journeys/stack.log`));
    };
    program.once("error", (error) => fail(`did not start (${error.message})`));
    program.once("exit", (code) => fail(`ended with ${code}`));
    let text = "";
    program.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes("Inlet is ready")) {
        clearTimeout(timer);
        resolve();
      }
    });
  });
}

async function end(program: ChildProcess) {
  if (program.exitCode !== null || program.signalCode !== null) {
    return;
  }
  const ended = new Promise((resolve) => program.once("exit", resolve));
  const timer = setTimeout(() => program.kill("SIGKILL"), 20_000);
  program.kill("SIGTERM");
  await ended;
  clearTimeout(timer);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address !== null
          ? resolve(address.port)
          : reject(new Error("There is no free port.")),
      );
    });
  });
}
