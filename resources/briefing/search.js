"use strict";
(() => {
  const index = JSON.parse(document.getElementById("index").textContent);
  const field = document.getElementById("words");
  const list = document.getElementById("events");
  const said = document.getElementById("found");
  const folded = text => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const inWord = /[\p{L}\p{N}]/u;
  // A word is found where another word begins with it: "race" in "races", not in "trace".
  const find = (plain, word, from = 0) => {
    let at = plain.indexOf(word, from);
    while (at > 0 && inWord.test(plain[at - 1]) && inWord.test(word[0])) at = plain.indexOf(word, at + 1);
    return at;
  };
  const all = index.map(([title, about, path, words]) => ({ title, about, path, words, folded: folded(title + " " + about + " " + words) }));

  const snippet = (words, wanted) => {
    const plain = folded(words);
    const at = wanted.map(word => find(plain, word)).filter(place => place >= 0);
    if (!at.length || plain.length !== words.length) return null;
    const start = Math.max(0, Math.min(...at) - 60);
    const part = document.createElement("span");
    part.className = "quiet";
    let place = start;
    const end = Math.min(words.length, start + 220);
    if (start) part.append("… ");
    while (place < end) {
      const next = wanted.map(word => [find(plain, word, place), word.length]).filter(([where]) => where >= 0 && where < end)
        .sort((one, other) => one[0] - other[0])[0];
      if (!next) break;
      part.append(words.slice(place, next[0]));
      const mark = document.createElement("mark");
      mark.append(words.slice(next[0], next[0] + next[1]));
      part.append(mark);
      place = next[0] + next[1];
    }
    part.append(words.slice(place, end));
    if (end < words.length) part.append(" …");
    return part;
  };

  const show = () => {
    const wanted = folded(field.value).split(/\s+/).filter(Boolean);
    const found = all.filter(one => wanted.every(word => find(one.folded, word) >= 0));
    list.replaceChildren(...found.map(one => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = one.path;
      link.append(one.title);
      const about = document.createElement("span");
      about.className = "quiet";
      about.append(one.about);
      item.append(link, document.createElement("br"), about);
      const part = wanted.length ? snippet(one.words, wanted) : null;
      if (part) item.append(document.createElement("br"), part);
      return item;
    }));
    said.textContent = wanted.length ? (found.length === 1 ? "1 event found" : found.length + " events found") : "";
  };

  field.addEventListener("input", show);
  document.getElementById("search").addEventListener("submit", event => event.preventDefault());
  show();
})();
