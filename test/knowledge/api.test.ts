import { bringFilesIn } from "../../src/knowledge/bring-files-in.ts";
import { entryTexts } from "../../src/live-knowledge.ts";
import { knowledgeEndpoints } from "../../src/staff/api/knowledge-endpoints.ts";
import { createToken } from "../../src/staff/sign-in/api-tokens.ts";
import { loadKnowledge } from "../../src/understanding/load-knowledge.ts";
import { withDesk } from "../staff/desk.ts";
import { madeUpQuestion } from "../support/made-up-question.ts";
import { withFolder } from "./desk-support.ts";

const folder = withFolder();
const desk = withDesk();
beforeAll(async () => {
  await bringFilesIn(desk.office, entryTexts(folder, loadKnowledge(folder)));
});

async function get(path: string): Promise<{ status: number; body: { items: unknown[]; nextCursor?: string } }> {
  const { token } = await createToken(desk.office, { name: "robot", role: "viewer" });
  const response = await fetch(`${desk.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
  return { status: response.status, body: await response.json() };
}

const schemaOf = (path: string) => knowledgeEndpoints().find((endpoint) => endpoint.path === path)?.response;

test("entries come by id, page by page, in the shape that is published", async () => {
  const path = "/api/v1/knowledge/entries";
  const ids: string[] = [];
  let cursor = "";
  for (;;) {
    const { status, body } = await get(`${path}?limit=5${cursor && `&cursor=${cursor}`}`);
    expect(status).toBe(200);
    expect(schemaOf(path)?.safeParse(body).error).toBeUndefined();
    ids.push(...(body.items as { id: string }[]).map(({ id }) => id));
    if (!body.nextCursor) break;
    cursor = body.nextCursor;
  }
  const all = (await desk.office.store.knowledge.list()).map(({ id }) => id);
  expect(ids).toEqual(all);
  expect((await get(`${path}?state=draft`)).body.items).toEqual([]);
});

test("gaps come grouped", async () => {
  const path = "/api/v1/knowledge/gaps";
  for (const text of ["Zambak formu nerede?", "zambak formunu nereden alırım"]) {
    const { store, clock } = desk.office;
    await store.questions.add(madeUpQuestion(store.newId(), text, clock.now(), { conversation: text }));
  }
  const { body } = await get(path);
  expect(schemaOf(path)?.safeParse(body).error).toBeUndefined();
  expect(body.items).toMatchObject([{ count: 2, reasons: ["unanswered"], text: "Zambak formu nerede?" }]);
});
