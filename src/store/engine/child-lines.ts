import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** How a child process is watched. */
export interface ChildOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly onLine?: (line: string) => unknown;
  /** End it when it has said nothing for so long, in milliseconds. */
  readonly silenceMs: number;
}

/**
 * Runs a program to its end and hands on its lines as they come.
 * @returns all it wrote, line by line.
 * @throws an Error whose message is its last lines, when it cannot be started, ends with a failure, or falls silent.
 */
export function runToEnd(program: string, args: readonly string[], options: ChildOptions): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: options.env,
    });
    const lines: string[] = [];
    let silent = false;
    const onSilence = () => {
      silent = true;
      child.kill("SIGKILL");
    };
    let timer = setTimeout(onSilence, options.silenceMs);
    const onLine = (line: string) => {
      clearTimeout(timer);
      timer = setTimeout(onSilence, options.silenceMs);
      lines.push(line);
      options.onLine?.(line);
    };
    createInterface({ input: child.stdout }).on("line", onLine);
    createInterface({ input: child.stderr }).on("line", onLine);
    child.on("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.on("close", (code) => {
      clearTimeout(timer);
      if (code === 0) resolve(lines);
      else if (silent) reject(new Error(`no answer for ${options.silenceMs / 1000} s`));
      else reject(new Error(lines.slice(-5).join("\n") || `${program} ended with ${code}`));
    });
  });
}
