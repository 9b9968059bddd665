import type { Role } from "../../core/person.ts";
import type { Office } from "../../core/ports.ts";
import { hashSecret, newSecret } from "./secrets.ts";

/** Makes an API token with a role. The token is given back this once; only its hash is kept. */
export async function createToken(
  office: Office,
  input: { readonly name: string; readonly role: Role },
): Promise<{ token: string }> {
  const token = `mi_${newSecret()}`;
  await office.store.staff.addToken({
    hash: hashSecret(token),
    name: input.name,
    role: input.role,
    createdAt: office.clock.now(),
  });
  return { token };
}
