import { finished } from "node:stream/promises";
import type { Connection } from "mongoose";
import { mongo } from "mongoose";

/** Raw mails too large for a document, in GridFS. A file's name is the id of its row. */
export interface RawFiles {
  /** Out: the file's id. */
  write(mail: string, bytes: Buffer): Promise<unknown>;
  read(file: unknown): Promise<Buffer>;
  /** Removes a file; one that is gone already is no error. */
  remove(file: unknown): Promise<void>;
  /** Removes the files of a row but the one that it names. */
  removeOthers(mail: string, named: unknown): Promise<void>;
}

export function createRawFiles(connection: Connection): RawFiles {
  const bucket = () => {
    if (!connection.db) throw new Error("The database connection is not open.");
    return new mongo.GridFSBucket(connection.db, { bucketName: "rawMails" });
  };
  return {
    async write(mail, bytes) {
      const upload = bucket().openUploadStream(mail);
      upload.end(bytes);
      await finished(upload);
      return upload.id;
    },
    async read(file) {
      const chunks: Buffer[] = [];
      for await (const chunk of bucket().openDownloadStream(file as InstanceType<typeof mongo.ObjectId>)) {
        chunks.push(chunk as Buffer);
      }
      return Buffer.concat(chunks);
    },
    async removeOthers(mail, named) {
      for (const { _id } of await bucket().find({ filename: mail }).toArray()) {
        if (String(_id) !== String(named)) await bucket().delete(_id);
      }
    },
    async remove(file) {
      const found = await bucket()
        .find({ _id: file as InstanceType<typeof mongo.ObjectId> })
        .toArray();
      for (const { _id } of found) await bucket().delete(_id);
    },
  };
}
