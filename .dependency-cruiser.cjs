/** Who may import whom. Each rule carries its reason; `npm run layout` checks them, `import type` included. */

const DOORS = "mail|chat|staff|notifications|store|http";
const FOLDERS = `core|language|understanding|tickets|requests|knowledge|${DOORS}`;
/** A package as npm resolves it, and its sub-paths. */
const npm = (names) => `(^|/)node_modules/(${names})(/|$)`;
/** Only files under `home` may import the packages. */
const only = (name, comment, home, packages) => ({
  name,
  comment,
  severity: "error",
  from: { path: "^(src|dialogs)/", pathNot: `^(${home})` },
  to: { path: npm(packages) },
});
/** Files under `folder` may import nothing of ours but what is named. */
const mayUse = (folder, comment, ours) => ({
  name: `${folder}-uses`,
  comment,
  severity: "error",
  from: { path: `^src/${folder}/` },
  to: { path: "^(src|dialogs|test)/", pathNot: `^src/(${folder}${ours ? `|${ours}` : ""})/` },
});

module.exports = {
  forbidden: [
    {
      name: "core-imports-nothing",
      comment: "The heart of the product knows no library, no Node and no other folder.",
      severity: "error",
      from: { path: "^src/core/" },
      to: { pathNot: "^src/core/" },
    },
    {
      name: "language-imports-nothing",
      comment: "Turkish words are handled in pure functions that know nothing of the product around them.",
      severity: "error",
      from: { path: "^src/language/" },
      to: { pathNot: "^src/language/" },
    },
    mayUse(
      "understanding",
      "Understanding turns text into meaning; it knows no ticket, no door and no dialog.",
      "core|language",
    ),
    {
      name: "understanding-libraries",
      comment:
        "Understanding stays fast to load and pure: leaf files of natural (its root loads databases), zod, yaml, fflate (spreadsheets), hashing, files read at start, and a thread to learn in.",
      severity: "error",
      from: { path: "^src/understanding/" },
      to: {
        pathNot: [
          "^(src|dialogs|test)/",
          npm("natural/lib/natural/[^/]+/(?!index)[^/]+[.]js|zod|yaml|fflate"),
          "^(node:)?(crypto|fs|fs/promises|path|worker_threads|zlib)$",
        ],
      },
    },
    mayUse(
      "tickets",
      "A use case decides with core, words and meaning; doors are handed to it.",
      "core|language|understanding|requests",
    ),
    mayUse(
      "requests",
      "A use case decides with core, words and meaning; doors are handed to it.",
      "core|language|understanding|tickets",
    ),
    mayUse(
      "knowledge",
      "A use case on knowledge tries the understanding out before it publishes; doors are handed to it.",
      "core|language|understanding",
    ),
    {
      name: "use-cases-need-no-library",
      comment:
        "A use case is the product's own decision: no database, no mail or chat library. (sheet-files writes the export, with fflate.)",
      severity: "error",
      from: { path: "^src/(tickets|requests|knowledge)/", pathNot: "^src/requests/sheet-files[.]ts$" },
      to: { dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "doors-do-not-meet",
      comment: "Mail, chat, staff, notifications, store and http meet only in src/app.ts.",
      severity: "error",
      from: { path: `^src/(${DOORS})/` },
      to: { path: `^src/(${DOORS})/`, pathNot: "^src/$1/" },
    },
    {
      name: "dialogs-stay-outside-doors",
      comment: "A dialog says what happens in a conversation; which door carries it is no matter of its own.",
      severity: "error",
      from: { path: "^dialogs/" },
      to: { path: `^src/(${DOORS})/` },
    },
    {
      name: "only-chat-imports-dialogs",
      comment: "A conversation is the chat door's business alone.",
      severity: "error",
      from: { path: "^src/[^/]+/", pathNot: "^src/chat/" },
      to: { path: "^dialogs/" },
    },
    {
      name: "nobody-imports-the-top",
      comment: "src/app.ts and its neighbours know everybody, so nobody below may know them.",
      severity: "error",
      from: { path: "^(src/[^/]+/|dialogs/)" },
      to: { path: "^src/[^/]+$" },
    },
    {
      name: "knowledge-is-read",
      comment: "knowledge/ holds content for its editors; code in it could not be edited by them.",
      severity: "error",
      from: {},
      to: { path: "^knowledge/" },
    },
    {
      name: "no-new-folder",
      comment: "A folder is a part of the house; what would go to utils has a real name and a home.",
      severity: "error",
      from: {},
      to: { path: "^src/[^/]+/", pathNot: `^src/(${FOLDERS})/` },
    },
    only(
      "mongoose-in-store",
      "The database is spoken to in one place; the top of src hands its connection on.",
      "src/store/|src/[^/]+$",
      "mongoose|mongodb|mongodb-memory-server",
    ),
    only(
      "botbuilder-in-chat",
      "Bot Framework is retired; moving on must touch two folders only.",
      "src/chat/|dialogs/",
      "botbuilder[^/]*|botframework-[^/]+",
    ),
    only(
      "mail-libraries-in-mail",
      "Mail protocols are spoken in one place.",
      "src/mail/",
      "imapflow|mailparser|nodemailer|smtp-server|hoodiecrow-imap",
    ),
    only(
      "restify-in-http",
      "The HTTP server is made in one place; chat, staff and the top of src may name its types.",
      "src/(http|chat|staff)/|src/[^/]+$",
      "restify|@types/restify",
    ),
    {
      name: "natural-leaves-only",
      comment: "natural's root loads database drivers and reads .env.",
      severity: "error",
      from: {},
      to: { path: npm("natural"), pathNot: npm("natural/lib/natural/[^/]+/(?!index)[^/]+[.]js") },
    },
    {
      name: "no-test-in-product",
      comment: "What ships does not need what tests it.",
      severity: "error",
      from: { path: "^(src|dialogs)/" },
      to: { path: "^test/" },
    },
    {
      name: "no-development-package-in-product",
      comment: "An image is installed without them.",
      severity: "error",
      from: { path: "^(src|dialogs)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"], pathNot: npm("@types/[^/]+") },
    },
    {
      name: "no-circles",
      comment: "Files that need one another, be it for a type, can only be read and moved together.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "declared-packages-only",
      comment: "A package that only another package brings can vanish with its next release.",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere fails at run time only.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default"],
      extensions: [".ts", ".mjs", ".js", ".cjs", ".json"],
    },
  },
};
