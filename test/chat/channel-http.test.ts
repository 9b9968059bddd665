import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createChannelHttp } from "../../src/chat/channel-http.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}
const post = { method: "POST", headers: { "content-type": "application/json" }, body: '{"text":"ışık"}' };

test("body and answer keep their Turkish letters, and the connection is kept", async () => {
  const sockets = new Set<unknown>();
  const url = await serve(async (request, response) => {
    sockets.add(request.socket);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    response.end(Buffer.concat(chunks));
  });
  const http = createChannelHttp(1_000);
  for (let i = 0; i < 3; i++) expect(await http({ url, ...post })).toMatchObject({ status: 200, body: post.body });
  expect(sockets.size).toBe(1);
});

test("a kept connection that the channel closes in the moment of its use is replaced", async () => {
  let requests = 0;
  const url = await serve((request, response) => {
    requests += 1;
    if (requests === 2) request.socket.resetAndDestroy();
    else response.end("{}");
  });
  const http = createChannelHttp(1_000);
  await http({ url, ...post });
  expect(await http({ url, ...post })).toMatchObject({ status: 200 });
});

test("a first connection that breaks is told", async () => {
  const url = await serve((request) => request.socket.resetAndDestroy());
  await expect(createChannelHttp(1_000)({ url, ...post })).rejects.toMatchObject({ code: "ECONNRESET" });
});

test("no answer within the limit is an error, headers without a body too", async () => {
  const silent = await serve(() => undefined);
  await expect(createChannelHttp(100)({ url: silent, ...post })).rejects.toMatchObject({ name: "AbortError" });
  const halting = await serve((_request, response) => {
    response.writeHead(200);
    response.write("{");
  });
  await expect(createChannelHttp(100)({ url: halting, ...post })).rejects.toThrow();
});

test("a redirect is an answer, not a way", async () => {
  const url = await serve((_request, response) => {
    response.writeHead(302, { location: "http://127.0.0.1:1/" });
    response.end();
  });
  expect(await createChannelHttp(1_000)({ url, ...post })).toMatchObject({ status: 302 });
});
