import mongoose, { type Connection } from "mongoose";
import { assertReplicaSet, connectOptions } from "./engine.ts";

/**
 * Opens a connection and makes sure that transactions will work on it.
 * @throws when the server does not answer within `timeoutMs`, or stands alone without a replica set.
 */
export async function connect(uri: string, timeoutMs = 10_000): Promise<Connection> {
  const options = { ...connectOptions, serverSelectionTimeoutMS: timeoutMs, maxPoolSize: 20, autoIndex: false };
  const connection = await mongoose.createConnection(uri, options).asPromise();
  try {
    const hello = await connection.db?.admin().command({ hello: 1 });
    assertReplicaSet(hello ?? {});
  } catch (error) {
    await connection.close();
    throw error;
  }
  return connection;
}
