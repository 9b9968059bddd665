import type { ClientSession } from "mongoose";
import type { Identities, Identity, IdentityWrites, LinkedIdentity } from "../core/identity.ts";
import { maskPersonalData } from "../core/personal-data.ts";
import { orConflict } from "./documents.ts";
import { newId } from "./ids.ts";
import type { Models, Stored } from "./models.ts";

/** One document an identity, by its own name, so that none is ever in two people. */
export function createIdentities({ identities }: Models): Identities {
  return {
    async ofPerson(wanted) {
      if (wanted.length === 0) return [];
      const found = await identities.find({ _id: { $in: [...wanted] } }, { person: 1 }).lean();
      if (found.length === 0) return [];
      const people = [...new Set(found.map(({ person }) => person as string))];
      const rows = await identities
        .find({ person: { $in: people } })
        .sort({ _id: 1 })
        .lean();
      return rows.map(toLinked);
    },
  };
}

export function createIdentityWrites({ identities }: Models, session: ClientSession): IdentityWrites {
  return {
    async linkIdentities(one, other) {
      const both = [one, other];
      const known = await identities
        .find({ _id: { $in: both.map(({ identity }) => identity) } }, undefined, { session })
        .lean();
      const people = [...new Set(known.map(({ person }) => person as string))];
      if (known.length === both.length && people.length === 1) return false;
      const person = people[0] ?? newId();
      if (people.length > 1)
        await identities.updateMany({ person: { $in: people } }, { $set: { person } }, { session });
      const fresh = both
        .filter(({ identity }) => !known.some(({ _id }) => _id === identity))
        .map(({ identity, name, linkedAt }) => ({
          _id: identity,
          person,
          linkedAt,
          ...(name && { name: maskPersonalData(name) }),
        }));
      if (fresh.length > 0) await orConflict(identities.insertMany(fresh, { session }), "The link");
      return true;
    },
    async unlinkIdentity(identity) {
      const row = await identities.findOne({ _id: identity }, undefined, { session }).lean();
      if (!row) return false;
      await identities.deleteOne({ _id: identity }, { session });
      const { person } = row;
      if ((await identities.find({ person }, { _id: 1 }, { session }).lean()).length === 1) {
        await identities.deleteMany({ person }, { session });
      }
      return true;
    },
  };
}

function toLinked({ _id, name, linkedAt }: Stored): LinkedIdentity {
  return {
    identity: _id as Identity,
    linkedAt: linkedAt as Date,
    ...(typeof name === "string" && { name }),
  };
}
