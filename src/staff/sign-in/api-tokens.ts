import type { Actor, Role } from "../../core/person.ts";
import type { Office } from "../../core/ports.ts";
import { noteAccountChange } from "./note-account-change.ts";
import { hashSecret, newSecret } from "./secrets.ts";

/** Makes an API token with a role. The token is given back this once; only its hash is kept. */
export async function createToken(
  office: Office,
  input: { readonly name: string; readonly role: Role },
  actor: Actor = { kind: "system" },
): Promise<{ token: string }> {
  const token = `mi_${newSecret()}`;
  await office.store.staff.addToken({
    hash: hashSecret(token),
    name: input.name,
    role: input.role,
    createdAt: office.clock.now(),
  });
  await noteAccountChange(office, { actor, detail: `API token: ${input.name} (${input.role})` });
  return { token };
}

/** Takes a token back; it opens nothing from now on. */
export async function endToken(office: Office, hash: string, actor: Actor): Promise<void> {
  const ended = await office.store.staff.token(hash);
  await office.store.staff.endToken(hash);
  if (ended) await noteAccountChange(office, { actor, detail: `API token: ${ended.name}, geri alındı / revoked` });
}
