import { readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync, inflateSync } from "node:zlib";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";
import { buildTeamsPackage } from "../../src/chat/teams-app/teams-package.ts";
import { openKnowledge } from "../../src/live-knowledge.ts";

const OPTIONS = {
  appId: "11111111-2222-3333-4444-555555555555",
  publicUrl: "https://destek.example/",
  version: "1.0.0",
};
const files = unzip(buildTeamsPackage(OPTIONS));
const json = (name: string) => JSON.parse(files.get(name)?.toString() ?? "{}") as Record<string, unknown>;

/** The validator of Microsoft's own schemas, draft-04. */
function faults(schema: string, value: unknown): unknown[] {
  const folder = "node_modules/@microsoft/app-manifest/build/json-schemas/teams/v1.24";
  const ajv = new Ajv.default({ strict: false, allErrors: true, allowUnionTypes: true, unicodeRegExp: false });
  addFormats.default(ajv as never);
  const validate = ajv.compile(JSON.parse(readFileSync(join(folder, schema), "utf8")));
  return validate(value) ? [] : (validate.errors ?? []);
}

/** Reads a zip by its central directory (APPNOTE 4.3.12). */
function unzip(file: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  let at = file.readUInt32LE(file.length - 6);
  while (file.readUInt32LE(at) === 0x02014b50) {
    const packed = file.readUInt32LE(at + 20);
    const nameLength = file.readUInt16LE(at + 28);
    const name = file.toString("utf8", at + 46, at + 46 + nameLength);
    const local = file.readUInt32LE(at + 42);
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    found.set(name, inflateRawSync(file.subarray(start, start + packed)));
    at += 46 + nameLength;
  }
  return found;
}

test("the package holds what Teams asks for", () => {
  expect([...files.keys()].sort()).toEqual(["color.png", "en.json", "manifest.json", "outline.png"]);
});

test("the manifest and the English texts hold against Microsoft's schemas", () => {
  expect(faults("MicrosoftTeams.schema.json", json("manifest.json"))).toEqual([]);
  expect(faults("MicrosoftTeams.Localization.schema.json", json("en.json"))).toEqual([]);
});

test("a name that is too long would be found", () => {
  const manifest = { ...json("manifest.json"), name: { short: "x".repeat(31), full: "x" } };
  expect(faults("MicrosoftTeams.schema.json", manifest)).not.toEqual([]);
});

test("bot and app carry the id given, and only our own host is trusted", () => {
  expect(json("manifest.json")).toMatchObject({
    id: OPTIONS.appId,
    bots: [{ botId: OPTIONS.appId }],
    validDomains: ["destek.example"],
  });
});

test("the console has a tab of its own beside the chat, signed in by the app's own registration", () => {
  expect(json("manifest.json")).toMatchObject({
    staticTabs: [
      { entityId: "conversations" },
      {
        name: "Masa",
        contentUrl: "https://destek.example/console/teams",
        websiteUrl: "https://destek.example/console",
      },
    ],
    webApplicationInfo: { id: OPTIONS.appId, resource: `api://destek.example/${OPTIONS.appId}` },
  });
  expect(json("en.json")["staticTabs[1].name"]).toBe("Desk");
});

test("privacy and terms lie at our own pages", () => {
  expect(json("manifest.json").developer).toMatchObject({
    privacyUrl: "https://destek.example/gizlilik",
    termsOfUseUrl: "https://destek.example/kosullar",
  });
});

test("each command in the menu is understood", () => {
  const understander = openKnowledge("knowledge").understander();
  const [personal] =
    (json("manifest.json").bots as { commandLists: { commands: { title: string }[] }[] }[])[0]?.commandLists ?? [];
  const intents = personal?.commands.map(({ title }) => understander.understand(title, { today: "2026-11-23" }).intent);
  expect(intents).toEqual(["openTicket", "status", "question", "help"]);
});

test.each([
  ["color.png", 192, 255],
  ["outline.png", 32, 0],
])("%s is a square of %d pixels", (name, size, cornerOpacity) => {
  const image = files.get(name) ?? Buffer.alloc(0);
  expect([image.readUInt32BE(16), image.readUInt32BE(20)]).toEqual([size, size]);
  const pixels = inflateSync(image.subarray(41, 41 + image.readUInt32BE(33)));
  expect(pixels).toHaveLength(size * (size * 4 + 1));
  expect(pixels[4]).toBe(cornerOpacity);
});

test("without an id or an https address nothing is built, and it says why", () => {
  expect(() => buildTeamsPackage({ ...OPTIONS, appId: "abc" })).toThrow("MicrosoftAppId");
  expect(() => buildTeamsPackage({ ...OPTIONS, publicUrl: "http://destek.example" })).toThrow("PUBLIC_URL");
});
