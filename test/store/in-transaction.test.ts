import { connect } from "../../src/store/connect.ts";
import { inTransaction, transactionsEnded } from "../../src/store/in-transaction.ts";
import { withDatabase } from "../support/database.ts";

const database = withDatabase();

test("before a connection is closed, transactions that nobody waits for end whole", async () => {
  const [connection, other] = [await connect(database.uri), await connect(database.uri)];
  await connection.createCollection("things");
  const things = connection.collection("things");
  void inTransaction(connection, async (session) => {
    await things.insertOne({ name: "first" }, { session });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await things.insertOne({ name: "second" }, { session });
  });
  await transactionsEnded(connection);
  await connection.close();
  expect(await other.collection("things").countDocuments()).toBe(2);
  await other.close();
});
