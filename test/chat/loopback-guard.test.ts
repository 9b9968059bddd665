import { isFromThisMachine } from "../../src/chat/loopback-guard.ts";

const here = { peer: "127.0.0.1", headers: { host: "127.0.0.1:3978" } };

test.each([
  ["127.0.0.1", "127.0.0.1:3978"],
  ["::ffff:127.0.0.1", "localhost:3978"],
  ["::1", "[::1]:3978"],
  ["127.0.0.1", "LOCALHOST"],
])("a request from %s to %s is from this machine", (peer, host) => {
  expect(isFromThisMachine({ peer, headers: { host } })).toBe(true);
});

test.each([
  ["another machine", { ...here, peer: "192.168.1.7" }],
  ["an address that only begins like loopback", { ...here, peer: "127.0.0.1.example.org" }],
  ["no peer", { ...here, peer: undefined }],
  ["a foreign Host (DNS rebinding)", { ...here, headers: { host: "evil.example:3978" } }],
  ["no Host", { ...here, headers: {} }],
  ["a proxy", { ...here, headers: { ...here.headers, "x-forwarded-for": "10.0.0.1" } }],
  ["a proxy that says Via", { ...here, headers: { ...here.headers, via: "1.1 proxy" } }],
  ["a page in a browser", { ...here, headers: { ...here.headers, origin: "https://evil.example" } }],
])("%s is not this machine", (_name, request) => {
  expect(isFromThisMachine(request)).toBe(false);
});
