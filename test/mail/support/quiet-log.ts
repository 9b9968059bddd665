import type { Log } from "../../../src/core/ports.ts";

/** A log for tests: silent, unless MAIL_TEST_LOG asks to see it. */
export const quietLog: Log = {
  debug: say("debug"),
  info: say("info"),
  warn: say("warn"),
  error: say("error"),
};

function say(level: string): Log["debug"] {
  return (fields, sentence) => {
    if (process.env.MAIL_TEST_LOG) console.error(level, sentence, fields);
  };
}
