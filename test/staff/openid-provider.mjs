/**
 * A real OpenID provider on an ephemeral port, for tests: whoever /be names is signed in at once, and every client's wishes
 * are granted. Prints its port when it listens.
 */
import { createServer } from "node:http";
import { Provider } from "oidc-provider";

const PEOPLE = {
  // With Microsoft's own claims: the tenant, and the object id that Teams knows the person by.
  ayse: {
    email: "Ayse.Yilmaz@Kurum.example",
    name: "Ayşe Yılmaz",
    roles: ["lead", "agent"],
    tid: "99999999-8888-7777-6666-555555555555",
    oid: "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee",
  },
  misafir: { email: "misafir@kurum.example", name: "Misafir", roles: [] },
  taklit: { email: "yerel@kurum.example", name: "Taklitçi", roles: ["admin"] },
};
let person = "ayse";

const server = createServer();
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const issuer = `http://127.0.0.1:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: "masa",
      client_secret: "gizli-gizli-gizli-gizli-gizli-gizli",
      redirect_uris: [process.argv[2]],
      response_types: ["code"],
    },
  ],
  claims: { openid: ["sub", "roles", "tid", "oid"], email: ["email"], profile: ["name"] },
  conformIdTokenClaims: false,
  cookies: { keys: ["test"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...PEOPLE[id] }) }),
  async loadExistingGrant(context) {
    const grant = new context.oidc.provider.Grant({
      clientId: context.oidc.client.clientId,
      accountId: context.oidc.session.accountId,
    });
    grant.addOIDCScope("openid email profile");
    await grant.save();
    return grant;
  },
});
const callback = provider.callback();
server.on("request", async (request, response) => {
  const url = new URL(request.url, issuer);
  if (url.pathname === "/be") {
    person = url.searchParams.get("person");
    response.end();
  } else if (url.pathname.startsWith("/interaction/")) {
    await provider.interactionFinished(request, response, { login: { accountId: person } });
  } else callback(request, response);
});
console.log(server.address().port);
