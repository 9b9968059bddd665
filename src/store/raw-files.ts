import { finished } from "node:stream/promises";
import type { Connection } from "mongoose";
import { mongo } from "mongoose";

/** Raw mails too large for a document, in GridFS under the id of their row. */
export function createRawFiles(connection: Connection) {
  const bucket = () => {
    if (!connection.db) throw new Error("The database connection is not open.");
    return new mongo.GridFSBucket(connection.db, { bucketName: "rawMails" });
  };
  return {
    /** Writes the bytes; what an interrupted earlier try left behind is removed first. Returns the file's id. */
    async write(mail: string, bytes: Buffer) {
      const files = bucket();
      for (const old of await files.find({ filename: mail }).toArray()) await files.delete(old._id);
      const upload = files.openUploadStream(mail);
      upload.end(bytes);
      await finished(upload);
      return upload.id;
    },
    async read(file: unknown): Promise<Buffer> {
      const chunks: Buffer[] = [];
      for await (const chunk of bucket().openDownloadStream(file as InstanceType<typeof mongo.ObjectId>)) {
        chunks.push(chunk as Buffer);
      }
      return Buffer.concat(chunks);
    },
    /** Removes a file; one that is gone already is no error. */
    async remove(file: unknown): Promise<void> {
      const found = await bucket()
        .find({ _id: file as InstanceType<typeof mongo.ObjectId> })
        .toArray();
      for (const { _id } of found) await bucket().delete(_id);
    },
  };
}
