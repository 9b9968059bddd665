/**
 * The program that stands between mongodb-memory-server and a SecantusDB server. It is written into the engine's cache folder and run
 * by Node as a process of its own, so it is kept as text (the compiler emits no plain scripts, and tests have no compiled output).
 *
 * Called with the server's command line as JSON, then mongod's own flags. It
 * - turns mongod's flags into SecantusDB's, and the server's "listening on" into the line mongod prints when it is ready;
 * - keeps the server's pid beside the data (mongod does the same in mongod.lock), so that a later start can find an orphan;
 * - ends the server when its own standard input closes: that pipe is held by the parent, so it closes even on a kill -9.
 */
export const LAUNCHER_SCRIPT = String.raw`'use strict';
const { spawn } = require('node:child_process');
const { writeFileSync, rmSync } = require('node:fs');
const { totalmem } = require('node:os');
const { join } = require('node:path');

const [server, ...flags] = process.argv.slice(2);
const [command, ...first] = JSON.parse(server);
const flag = (name) => flags[flags.indexOf(name) + 1];
const port = flag('--port');
const data = flag('--dbpath');
const pidFile = join(data, 'secantus.pid');

// A bound that is filled as the data needs it: indexes that do not fit are written to disk with every ticket. (A mongod takes half of the memory.)
function cacheMegabytes() {
  const memory = Math.min(totalmem(), process.constrainedMemory?.() || Infinity);
  return Math.max(256, Math.floor(memory / 4 / 2 ** 20));
}

const child = spawn(
  command,
  [...first, '--host', flag('--bind_ip'), '--port', port, '--storage-path', data, '--cache-size', cacheMegabytes() + 'M', '--sync-on-commit'],
  { stdio: ['ignore', 'pipe', 'pipe'] },
);

let ready = false;
let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), 8000).unref();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
process.stdin.on('end', stop).on('error', stop).resume();

const pass = (from, to) => {
  from.setEncoding('utf8').on('data', (text) => {
    if (!ready && /listening on/i.test(text)) {
      // Not earlier: before it has the data's lock, the file may be that of the server which holds it.
      ready = true;
      writeFileSync(pidFile, String(child.pid));
      process.stdout.write('Waiting for connections on port ' + port + '\n');
    }
    to.write(text);
  });
  to.on('error', () => {});
};
pass(child.stdout, process.stdout);
pass(child.stderr, process.stderr);
child.on('error', (error) => {
  process.stderr.write(String(error) + '\n');
  process.exit(1);
});
child.on('close', (code) => {
  if (ready) rmSync(pidFile, { force: true });
  process.exit(stopping ? 0 : (code ?? 1));
});
`;
