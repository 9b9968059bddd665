import { PRIVACY_PATH, TERMS_PATH } from "../notices/notice-routes.ts";

/** What the package says about this installation. */
export interface TeamsAppOptions {
  /** MicrosoftAppId: the bot's and the app's id, a GUID. */
  readonly appId: string;
  /** Where people reach the product, https, without a slash at its end. */
  readonly publicUrl: string;
  /** Version of the app as Teams compares it, "1.0.0". */
  readonly version: string;
}

const SCHEMA_VERSION = "1.24";
const SCHEMAS = `https://developer.microsoft.com/en-us/json-schemas/teams/v${SCHEMA_VERSION}`;

const TR = {
  short: "Mobil İmza Yardımcısı",
  full: "Mobil İmza Yardımcısı – e-İmza Şefliği",
  shortDescription: "Mobil imza sorularınızı yanıtlar, gerekirse destek talebi açar.",
  fullDescription:
    "Mobil imza ücreti, sertifikası, başvurusu, evrakı ve irtibat bilgileri hakkındaki sorularınızı Mobil İmza Bilgi Notu'na göre Türkçe (ve İngilizce) yanıtlar. Yanıtı orada yoksa bunu açıkça söyler; dilerseniz konuşmanızla birlikte bir destek talebi açar, gelişmeleri aynı sohbette bildirir. Görevliler bir ekip kanalında “triyaj” yazarak yeni talepleri kanala kart olarak alabilir, konsolu “Masa” sekmesinde açabilir.",
  tab: "Masa",
  personal: [
    ["Destek talebi aç", "Konuşmanızla birlikte bir görevliye iletilir"],
    ["Talebim ne durumda?", "Açtığınız taleplerin son durumu"],
    ["Mobil imza ücreti ne kadar?", "Aylık ücret ve sertifika bedeli"],
    ["Yardım", "Neler sorabileceğinizi gösterir"],
  ],
  team: [
    ["triyaj", "Yeni talepler bu kanala kart olarak gelir (görevliler için)"],
    ["triyajı kapat", "Bu kanala kart gönderilmesini bitirir"],
  ],
} as const;

const EN: typeof TR extends infer Texts ? { readonly [Key in keyof Texts]: Widened<Texts[Key]> } : never = {
  short: "Mobile Signature Assistant",
  full: "Mobile Signature Assistant – e-İmza Şefliği",
  shortDescription: "Answers mobile signature questions and opens a support ticket when needed.",
  fullDescription:
    "Answers questions about the mobile signature (Mobil İmza): fees, certificate, application, documents and contacts, as the official information note says, in Turkish and English. When the note does not say, it tells you so and, if you like, opens a support ticket with your conversation in it and reports every change in the same chat. Staff can write “triage” in a team's channel to get new tickets there as cards, and open the console in the tab “Desk”.",
  tab: "Desk",
  personal: [
    ["Open a support ticket", "Passed to a person with your conversation"],
    ["Status of my tickets", "How your tickets stand"],
    ["How much is the mobile signature?", "Monthly fee and certificate price"],
    ["Help", "Shows what you can ask"],
  ],
  team: [
    ["triage", "New tickets come into this channel as cards (for staff)"],
    ["stop triage", "No more cards in this channel"],
  ],
};

type Widened<Value> = Value extends string ? string : { readonly [Key in keyof Value]: Widened<Value[Key]> };

type Commands = readonly (readonly [title: string, description: string])[];
const commandsOf = (commands: Commands) => commands.map(([title, description]) => ({ title, description }));

/** The manifest of the Teams app, in Turkish (Microsoft Teams app schema v1.24). */
export function appManifest({ appId, publicUrl, version }: TeamsAppOptions): object {
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: SCHEMA_VERSION,
    version,
    id: appId,
    developer: {
      name: "e-İmza Şefliği",
      websiteUrl: publicUrl,
      privacyUrl: `${publicUrl}${PRIVACY_PATH}`,
      termsOfUseUrl: `${publicUrl}${TERMS_PATH}`,
    },
    name: { short: TR.short, full: TR.full },
    description: { short: TR.shortDescription, full: TR.fullDescription },
    icons: { color: "color.png", outline: "outline.png" },
    accentColor: "#0B62AD",
    localizationInfo: { defaultLanguageTag: "tr", additionalLanguages: [{ languageTag: "en", file: "en.json" }] },
    bots: [
      {
        botId: appId,
        scopes: ["personal", "team", "groupChat"],
        supportsFiles: false,
        isNotificationOnly: false,
        commandLists: [
          { scopes: ["personal"], commands: commandsOf(TR.personal) },
          { scopes: ["team"], commands: commandsOf(TR.team) },
        ],
      },
    ],
    // The chat comes first: most people who open the app ask, and few work at the desk.
    staticTabs: [
      { entityId: "conversations", scopes: ["personal"] },
      {
        entityId: "console",
        name: TR.tab,
        contentUrl: `${publicUrl}/console/teams`,
        websiteUrl: `${publicUrl}/console`,
        scopes: ["personal"],
      },
    ],
    webApplicationInfo: { id: appId, resource: `api://${new URL(publicUrl).host}/${appId}` },
    permissions: ["identity", "messageTeamMembers"],
    validDomains: [new URL(publicUrl).host],
  };
}

/** The English texts beside it. */
export function englishTexts(): Readonly<Record<string, string>> {
  const commands = [EN.personal, EN.team].flatMap((list: Commands, index) =>
    list.flatMap(([title, description], place) => [
      [`bots[0].commandLists[${index}].commands[${place}].title`, title],
      [`bots[0].commandLists[${index}].commands[${place}].description`, description],
    ]),
  );
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`,
    "name.short": EN.short,
    "name.full": EN.full,
    "description.short": EN.shortDescription,
    "description.full": EN.fullDescription,
    "staticTabs[1].name": EN.tab,
    ...Object.fromEntries(commands),
  };
}
