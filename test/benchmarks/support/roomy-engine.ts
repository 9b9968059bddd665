import { type Engine, startEngine } from "../../../src/store/engine.ts";

/**
 * What a volume needs of the stand-in beyond what a small office does: a cache that holds the indexes, as a mongod takes by itself (half
 * of the memory), and pages written when there is reason to and not after each twentieth of the cache.
 */
const ROOMY =
  "cache_size=8G,eviction_target=85,eviction_trigger=95,eviction_dirty_target=60,eviction_dirty_trigger=80,eviction_updates_target=60,eviction_updates_trigger=80";

/** The engine of a measurement of volumes: MONGODB_URI, else an embedded one with room. */
export function startRoomyEngine(): Promise<Engine> {
  const { MONGODB_URI: uri } = process.env;
  process.env.SECANTUS_WT_CONFIG_EXTRA ??= ROOMY;
  // Each checkpoint writes nearly every page of the term index anew.
  process.env.SECANTUS_CHECKPOINT_SECONDS ??= "600";
  return startEngine({ ...(uri && { uri }), env: process.env, report: console.log });
}

/** The same server with a database of this name. */
export function databaseUri({ uri }: Engine, name: string): string {
  const own = new URL(uri);
  own.pathname = `/${name}`;
  return own.href;
}
