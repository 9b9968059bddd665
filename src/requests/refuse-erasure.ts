import { AppError } from "../core/errors.ts";
import { type Identity, kindOf, knownBy } from "../core/identity.ts";
import type { Office } from "../core/ports.ts";
import { asciiLower } from "../language/turkish-case.ts";

/** Who is no requester to be erased, why, and what to do instead. */
export const ERASURE_REFUSALS = {
  ownAddress: {
    tr: "Bu adres büronun kendi adresi, bir talep sahibinin değil; silinirse büronun bu adresle yazdıkları, ham e-postalarıyla birlikte yok olur. Kişiyi kendi adresiyle, T.C. kimlik numarasıyla, telefonuyla ya da sicil numarası ve adıyla arayın.",
    en: "This is the office's own address and no requester's; erasing it would take what the office wrote under it, raw mails included. Look for the person by their own address, T.C. kimlik no, phone, or sicil no with name.",
  },
  staffMember: {
    tr: "Bu adres ya da Teams hesabı çalışan bir görevlinin; silinirse bu adresle yazdıkları, işlediği biletlerdekiler de yok olur. Görevden ayrıldıysa önce hesabını Görevliler sayfasında kapatın, sonra yeniden deneyin; denetim kaydındaki işlemleri kalır. Yalnızca kendi başvurusu silinecekse onu T.C. kimlik numarasıyla ya da sicil numarası ve adıyla arayın.",
    en: "This address or Teams account is that of a member of staff who works here; erasing it would take what they wrote under it, also in the tickets they work on. If they have left, first switch their account off on the people page, then try again; their acts stay in the audit log. To erase only a request entry of their own, look for it by T.C. kimlik no, or sicil no with name.",
  },
} as const;
export type ErasureRefusal = keyof typeof ERASURE_REFUSALS;

/** Why this identity may not be erased; undefined when it may. */
export async function erasureRefusal(
  { store, ownAddresses }: Pick<Office, "store" | "ownAddresses">,
  identity: Identity,
): Promise<ErasureRefusal | undefined> {
  const [kind, id] = [kindOf(identity), knownBy(identity)];
  if (kind === "mail" && ownAddresses.some((own) => asciiLower(own) === id)) return "ownAddress";
  const member =
    kind === "mail" ? await store.staff.byEmail(id) : kind === "teams" ? await store.staff.byTeamsId(id) : undefined;
  return member?.active ? "staffMember" : undefined;
}

/** The refusal of an erasure: `conflict`, with why in its details. */
export function refusedErasure(why: ErasureRefusal): AppError {
  return new AppError("conflict", ERASURE_REFUSALS[why].en, { why });
}

/** Why an erasure was refused; undefined for every other error. */
export function whyRefused(error: unknown): ErasureRefusal | undefined {
  const why = error instanceof AppError && error.code === "conflict" ? error.details?.why : undefined;
  return (Object.keys(ERASURE_REFUSALS) as ErasureRefusal[]).find((known) => known === why);
}
