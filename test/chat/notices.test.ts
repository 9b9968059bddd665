import { withChatHouse } from "./support/chat-house.ts";

const house = withChatHouse(() => ({ retentionDays: 90 }));

test.each([
  ["/gizlilik", "Gizlilik", "Privacy"],
  ["/kosullar", "Kullanım koşulları", "Terms of use"],
])("%s says it in Turkish, and in English below", async (path, turkish, english) => {
  const response = await fetch(house.url + path);
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
  const page = await response.text();
  expect(page).toContain(`<h1>${turkish}</h1>`);
  expect(page.indexOf(`<div lang="en"><h1>${english}</h1>`)).toBeGreaterThan(page.indexOf(turkish));
});

test("the privacy notice names the time set here and whom to ask", async () => {
  const page = await (await fetch(`${house.url}/gizlilik`)).text();
  expect(page).toContain("90 gün sonra silinir");
  expect(page).toContain("after 90 days");
  expect(page).toMatch(/[\w.-]+@icisleri\.gov\.tr/);
});
