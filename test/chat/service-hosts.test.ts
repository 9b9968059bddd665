import { serviceUrlCheck } from "../../src/chat/service-hosts.ts";

describe("with an app id", () => {
  const mayCall = serviceUrlCheck({ loopbackOnly: false, extraHosts: ["127.0.0.1:4711"] });

  test.each([
    "https://smba.trafficmanager.net/emea/",
    "https://SMBA.trafficmanager.net/tr/v3/conversations",
    "https://europe.directline.botframework.com/",
    "https://smba.infra.gcc.teams.microsoft.com/",
    "http://127.0.0.1:4711/",
  ])("%s is a channel", (url) => expect(mayCall(url)).toBe(true));

  test.each([
    "http://smba.trafficmanager.net/emea/",
    "https://evil.trafficmanager.net/",
    "https://smba.trafficmanager.net.evil.example/",
    "https://botframework.com.evil.example/",
    "https://evilbotframework.com/",
    "http://169.254.169.254/latest/meta-data",
    "http://127.0.0.1:4712/",
    "https://user@evil.example/#.botframework.com",
    "not a url",
  ])("%s is not", (url) => expect(mayCall(url)).toBe(false));
});

test("without an app id the bot calls this machine only", () => {
  const mayCall = serviceUrlCheck({ loopbackOnly: true, extraHosts: [] });
  expect(["http://127.0.0.1:9", "http://localhost:9", "http://[::1]:9"].every(mayCall)).toBe(true);
  expect(mayCall("https://smba.trafficmanager.net/emea/")).toBe(false);
});
