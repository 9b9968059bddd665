import { GUID } from "../../core/identity.ts";
import { appManifest, englishTexts, type TeamsAppOptions } from "./app-manifest.ts";
import { colorIcon, outlineIcon } from "./icons.ts";
import { zip } from "./zip.ts";

/**
 * The app package an administrator uploads to Teams: manifest, English texts and icons in one zip file.
 * Throws one sentence per fault when the id is no GUID or the address is not https.
 */
export function buildTeamsPackage(options: TeamsAppOptions): Buffer {
  if (!GUID.test(options.appId)) {
    throw new Error("MicrosoftAppId: Azure'daki uygulama kimliği (GUID) gerekli / the app's GUID from Azure is needed");
  }
  if (!URL.canParse(options.publicUrl) || new URL(options.publicUrl).protocol !== "https:") {
    throw new Error("PUBLIC_URL: https:// ile başlayan genel adres gerekli / the public https:// address is needed");
  }
  const publicUrl = options.publicUrl.replace(/\/+$/, "");
  return zip({
    "manifest.json": json(appManifest({ ...options, publicUrl })),
    "en.json": json(englishTexts()),
    "color.png": colorIcon(),
    "outline.png": outlineIcon(),
  });
}

function json(value: object): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}
