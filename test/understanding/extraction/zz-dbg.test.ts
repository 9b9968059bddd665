import { createRequestExtractor } from "../../../src/understanding/extraction/extract-requests.ts";
import { madeUpPerson } from "../../support/made-up-people.ts";
const extractor = createRequestExtractor("knowledge");
test("x", async () => {
  const line = (serial: number) => { const p = madeUpPerson(serial); return `${p.name}\t${p.nationalId}\t${p.spoken}\tTurkcell\n`; };
  const table = Array.from({ length: 2000 }, (_, s) => line(s)).join("");
  const out: string[] = [];
  for (const piece of [table, "Ayşe ", "Ad Soyad: ", "a, b; c | d\t", "TC 1000000014 ", "\n\n", "x", "Çorum İl Emniyet ", "a@", ": "]) {
    const t = [10_000, 20_000, 40_000].map(() => 0);
    let i = 0;
    for (const size of [10_000, 20_000, 40_000]) {
      const s = Date.now();
      await extractor.extract({ subject: "imza", text: piece.repeat(Math.ceil(size / piece.length)).slice(0, size) });
      t[i++] = Date.now() - s;
    }
    out.push(`${JSON.stringify(piece.slice(0, 20))} ${t.join(" ")}`);
  }
  console.log(out.join("\n"));
}, 200000);
