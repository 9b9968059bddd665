/**
 * `node test/support/run-typescript.cjs FILE ARGS…` runs TypeScript as jest does here, on every Node that is supported: for tests that
 * need a process of their own, to kill it.
 */
const { readFileSync } = require("node:fs");
const { resolve } = require("node:path");
const { transformSync } = require("@swc/core");
const [, options] = require("../../package.json").jest.transform["\\.ts$"];

require.extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, "utf8"), { ...options, filename, sourceMaps: "inline" });
  module._compile(code, filename);
};

process.argv.splice(1, 1);
require(resolve(process.argv[1]));
