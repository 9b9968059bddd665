import { readdirSync, readFileSync } from "node:fs";

const ENGINE = /secantus|mongod/;
/** Clock ticks a second in /proc (USER_HZ), the same on every Linux in use. */
const TICKS = 100;

/** CPU seconds used so far by the database engine this process started; undefined where /proc does not tell. */
export function engineCpuSeconds(): number | undefined {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
        const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8");
        return [
          { pid: Number(pid), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]), command },
        ];
      } catch {
        // Ended meanwhile, or somebody else's.
        return [];
      }
    });
  const parents = new Map(processes.map(({ pid, parent }) => [pid, parent]));
  const isOurs = (pid: number): boolean => {
    for (let at = parents.get(pid); at !== undefined && at > 1; at = parents.get(at))
      if (at === process.pid) return true;
    return false;
  };
  const engines = processes.filter(({ pid, command }) => ENGINE.test(command) && isOurs(pid));
  return engines.length > 0 ? engines.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS : undefined;
}
