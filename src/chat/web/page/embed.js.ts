/**
 * One tag in any page of the ministry, `<script src="https://…/embed.js" defer></script>`, puts a round button at the
 * bottom right that opens the chat in a frame. It writes no global and no style sheet into the page.
 */
export const EMBED_JS = `"use strict";
(() => {
  const origin = new URL(document.currentScript.src).origin;
  const english = document.documentElement.lang.startsWith("en");
  const texts = english ? { open: "Open the Mobile Signature assistant", close: "Close the assistant", title: "Mobile Signature Assistant" }
    : { open: "Mobil İmza yardımcısını aç", close: "Yardımcıyı kapat", title: "Mobil İmza Yardımcısı" };
  const style = (element, rules) => Object.assign(element.style, rules);
  const button = document.createElement("button");
  button.type = "button";
  button.innerHTML = '<svg viewBox="0 0 24 24" width="28" height="28" aria-hidden="true"><path d="M4 5.500A2.500 2.500 0 0 1 6.500 3h11A2.500 2.500 0 0 1 20 5.500v8a2.500 2.500 0 0 1-2.500 2.500H11l-4.500 4V16A2.500 2.500 0 0 1 4 13.500z" fill="none" stroke="currentColor" stroke-width="1.800" stroke-linejoin="round"/></svg>';
  style(button, { position: "fixed", right: "20px", bottom: "20px", zIndex: "2147483646", width: "60px", height: "60px", border: "0", borderRadius: "50%", background: "#0b62ad", color: "#fff", cursor: "pointer", boxShadow: "0 6px 20px rgb(0 0 0 / .25)", display: "grid", placeItems: "center" });
  let frame;
  const isOpen = () => frame && frame.style.display !== "none";
  const label = () => {
    button.setAttribute("aria-label", isOpen() ? texts.close : texts.open);
    button.setAttribute("aria-expanded", String(Boolean(isOpen())));
  };
  const close = () => { if (frame) frame.style.display = "none"; label(); button.focus(); };
  const open = () => {
    if (!frame) {
      frame = document.createElement("iframe");
      frame.title = texts.title;
      frame.src = origin + "/" + (english ? "?language=en" : "");
      const small = innerWidth < 480;
      style(frame, { position: "fixed", right: small ? "0" : "20px", bottom: small ? "0" : "92px", zIndex: "2147483645", width: small ? "100%" : "400px", height: small ? "calc(100% - 92px)" : "min(640px, calc(100% - 112px))", border: "0", borderRadius: small ? "0" : "16px", boxShadow: "0 12px 40px rgb(0 0 0 / .25)", background: "#fff" });
      document.body.append(frame);
    }
    frame.style.display = "block";
    label();
    frame.focus();
  };
  button.addEventListener("click", () => (isOpen() ? close() : open()));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && isOpen()) close(); });
  addEventListener("message", ({ data, source }) => { if (isOpen() && source === frame.contentWindow && data === "mobil-imza-chat:close") close(); });
  label();
  document.body.append(button);
})();
`;
