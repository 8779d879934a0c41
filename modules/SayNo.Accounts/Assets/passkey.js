// Asks the browser for a passkey. The answer goes out in an ordinary form, so that the server answers with an ordinary page.
const encode = buffer => {
  let binary = "";
  for (const byte of new Uint8Array(buffer)) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
};

const decode = text => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), sign => sign.charCodeAt(0));

const known = list => (list ?? []).map(one => ({ ...one, id: decode(one.id) }));

const forGet = options => ({ ...options, challenge: decode(options.challenge), allowCredentials: known(options.allowCredentials) });

const forCreate = options => ({
  ...options,
  challenge: decode(options.challenge),
  user: { ...options.user, id: decode(options.user.id) },
  excludeCredentials: known(options.excludeCredentials),
});

const written = credential => {
  const { response } = credential;
  const answer = { clientDataJSON: encode(response.clientDataJSON) };

  if (response.attestationObject) {
    answer.attestationObject = encode(response.attestationObject);
    answer.transports = response.getTransports?.() ?? [];
  } else {
    answer.authenticatorData = encode(response.authenticatorData);
    answer.signature = encode(response.signature);
    answer.userHandle = response.userHandle ? encode(response.userHandle) : null;
  }

  return JSON.stringify({
    id: credential.id,
    rawId: encode(credential.rawId),
    type: credential.type,
    response: answer,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
  });
};

const question = async form => {
  const answer = await fetch(form.dataset.question, { method: "POST", body: new URLSearchParams(new FormData(form)) });
  if (!answer.ok) {
    throw new Error(`${answer.status}`);
  }
  return answer.json();
};

const run = async form => {
  const { options, state } = await question(form);
  const asked = JSON.parse(options);
  const credential = form.dataset.passkey === "new"
    ? await navigator.credentials.create({ publicKey: forCreate(asked) })
    : await navigator.credentials.get({ publicKey: forGet(asked) });
  form.elements.Credential.value = written(credential);
  form.elements.State.value = state;
  form.submit();
};

if (window.PublicKeyCredential) {
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    const failed = form.querySelector("[role=status]");
    form.closest("[data-needs-script]").hidden = false;
    form.addEventListener("submit", event => {
      event.preventDefault();
      failed.textContent = "";
      run(form).catch(() => {
        failed.textContent = form.dataset.failed;
      });
    });
  }
}
