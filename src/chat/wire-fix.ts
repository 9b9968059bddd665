import { Entity } from "botframework-connector/lib/connectorApi/models/mappers.js";

/**
 * Lets entities leave as they are. botframework-connector 4.23.3 serialises an entity by its declared fields only and
 * drops the rest without a word, so that citations never reach Teams. Call once before the first send.
 */
export function keepUnknownEntityFields(): void {
  const type = Entity.type as { additionalProperties?: { type: { name: string } } };
  type.additionalProperties ??= { type: { name: "Object" } };
}
