import mongoose from "mongoose";
import { assertReplicaSet, connectOptions } from "../../src/store/engine.ts";
import { withDatabase } from "../support/database.ts";

const database = withDatabase();

test("the run's engine is a replica set, keeps transactions and forgets an aborted one", async () => {
  const connection = await mongoose.createConnection(database.uri, connectOptions).asPromise();
  try {
    assertReplicaSet(await connection.db!.admin().command({ hello: 1 }));
    const things = connection.collection("things");
    await connection.transaction(async (session) => void (await things.insertOne({ name: "kept" }, { session })));
    const aborted = connection.transaction(async (session) => {
      await things.insertOne({ name: "dropped" }, { session });
      throw new Error("no");
    });
    await expect(aborted).rejects.toThrow("no");
    expect(await things.distinct("name")).toEqual(["kept"]);
  } finally {
    await connection.close();
  }
});
