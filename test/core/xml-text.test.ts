import { unescapedXml } from "../../src/core/xml-text.ts";

test.each([
  ["Ali &amp; Veli &lt;a@b&gt; &quot;x&quot; &apos;y&apos;", "Ali & Veli <a@b> \"x\" 'y'"],
  ["&#304;&#x130;&#x1F4;", "\u0130\u0130\u01f4"],
  // XML tells capitals apart: neither is an entity of its own, and nothing of them may be lost.
  ["A&AMP;B &LT; &#X41;", "A&AMP;B &LT; &#X41;"],
  ["&nbsp; &amp", "&nbsp; &amp"],
  // Once: what comes out is not read again.
  ["&amp;lt;", "&lt;"],
  ["&#0;&#x110000;x", "x"],
])("the XML text %j is meant as %j", (written, meant) => {
  expect(unescapedXml(written)).toBe(meant);
});
