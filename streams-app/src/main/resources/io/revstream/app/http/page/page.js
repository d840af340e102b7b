// The whole page: counts every two seconds, decisions as they come, a lead when asked for. All text goes in as text, never as HTML.
const MOST_ROWS = 150;
const byId = (id) => document.getElementById(id);
const words = (name) => name.replace(/(?=[A-Z])/g, " ").toLowerCase();
const number = new Intl.NumberFormat();

function element(name, text, classes) {
  const node = document.createElement(name);
  if (text !== undefined) node.textContent = text;
  if (classes) node.className = classes;
  return node;
}

async function json(path) {
  const answer = await fetch(path);
  return { ok: answer.ok, body: await answer.json() };
}

function showCounts(counts) {
  const { since, ...rest } = counts;
  byId("since").textContent = since ? `since ${since}` : "";
  for (const [name, count] of Object.entries(rest)) {
    let card = byId("counts").querySelector(`.${name}`);
    if (!card) {
      card = element("div", undefined, name);
      card.append(element("dt", words(name)), element("dd"));
      byId("counts").append(card);
    }
    card.classList.toggle("zero", count === 0);
    card.lastChild.textContent = number.format(count);
  }
}

function showHealth(state, text) {
  byId("health").className = state;
  byId("health").textContent = text;
}

async function look() {
  try {
    showCounts((await json("/v1/counts")).body);
    const health = (await json("/health/ready")).body;
    const waiting = Object.entries(health.topologies).filter(([, state]) => state !== "ready");
    showHealth(health.ready ? "ready" : "waiting", health.ready ? "ready" : waiting.map(([name, why]) => `${name}: ${why}`).join("; "));
    const policy = await json("/v1/policy");
    byId("policy").textContent = policy.ok ? `policy ${policy.body.version}` : "";
  } catch {
    showHealth("down", "cannot be reached");
  }
  setTimeout(look, 2000);
}

const topics = new Set();
let paused = false;
let held = [];

function row(item) {
  const line = element("li");
  line.dataset.topic = item.topic;
  const time = element("time", item.timestamp.slice(11, 19));
  time.dateTime = item.timestamp;
  time.title = item.timestamp;
  const key = element("span", undefined, "key");
  const isLead = item.event?.leadId !== undefined || item.topic.startsWith("sla-");
  if (isLead && item.key) {
    const button = element("button", item.key);
    button.type = "button";
    button.title = "Explain this lead";
    button.addEventListener("click", () => explain(item.key));
    key.append(button);
  } else {
    key.textContent = item.key ?? "";
  }
  line.append(time, element("span", item.topic, `topic ${item.topic}`), key, element("span", item.says, "says"));
  return line;
}

function show(items) {
  for (const item of items) {
    if (!topics.has(item.topic)) {
      topics.add(item.topic);
      byId("topic").append(new Option(item.topic, item.topic));
    }
    const line = row(item);
    line.hidden = byId("topic").value !== "" && byId("topic").value !== item.topic;
    byId("feed").prepend(line);
  }
  while (byId("feed").children.length > MOST_ROWS) byId("feed").lastChild.remove();
  byId("nothing").hidden = byId("feed").children.length > 0;
}

// A burst is drawn once for each frame, and only its latest rows.
function drawHeld() {
  if (!paused && held.length > 0) {
    show(held.slice(-MOST_ROWS));
    held = [];
  }
  requestAnimationFrame(drawHeld);
}

function listen() {
  new EventSource("/v1/feed").onmessage = (message) => {
    held.push(JSON.parse(message.data));
    if (held.length > 2 * MOST_ROWS) held = held.slice(-MOST_ROWS);
  };
}

function table(heads, rows) {
  const grid = element("table");
  const head = grid.createTHead().insertRow();
  heads.forEach(([text, classes]) => {
    const cell = element("th", text, classes);
    cell.scope = "col";
    head.append(cell);
  });
  const body = grid.createTBody();
  rows.forEach((cells) => {
    const line = body.insertRow();
    cells.forEach((text, i) => line.append(element("td", text, heads[i][1])));
  });
  return grid;
}

function checks(list) {
  const grid = table(
    [["condition"], ["found"], ["needed"]],
    list.map((check) => [`${check.met ? "✓" : "✗"} ${check.condition}`, check.found, check.needed]));
  [...grid.tBodies[0].rows].forEach((line, i) => line.cells[0].classList.add(list[i].met ? "met" : "unmet"));
  return grid;
}

function showLead(lead) {
  const place = byId("lead");
  const owner = lead.owner.ownerId ? `owner ${lead.owner.ownerId}` : lead.owner.teamId ? `queue of ${lead.owner.teamId}` : "no owner";
  place.replaceChildren(
    element("h3", `${lead.leadId}: ${lead.stage ?? "no stage yet"}, ${lead.status.toLowerCase()}, pass ${lead.pass}, ${owner}`));
  if (lead.score) {
    const score = lead.score;
    place.append(
      element("p", `Score ${score.total} of ${score.threshold} needed: fit ${score.fit}, engagement ${score.engagement}, negative ${score.negative}.`
        + (lead.nextScoreChange ? ` Time alone changes it next at ${lead.nextScoreChange}.` : "")),
      table([["rule"], ["part"], ["points", "number"], ["adds", "number"], ["since"]],
        score.ledger.map((line) => [line.rule, line.part.toLowerCase(), `${line.points} of ${line.awarded}`, line.contribution, line.since ?? ""])));
  }
  if (lead.promotion) {
    place.append(element("h3", "Needed for every promotion"), checks(lead.promotion.always));
    lead.promotion.rules.forEach((rule) => place.append(element("h3", `Rule ${rule.rule}`), checks(rule.checks)));
  }
  place.append(element("h3", lead.clocks.length ? "Clocks" : "No clock is running"));
  if (lead.clocks.length) {
    place.append(table([["clock"], ["started"], ["due"], ["next step"]],
      lead.clocks.map((clock) => [clock.clock, clock.startedAt, clock.dueAt,
        clock.nextStep ? `${clock.nextStep.step} at ${clock.nextStep.dueAt}, tells ${clock.nextStep.recipientId ?? clock.nextStep.tells}` : "none"])));
  }
}

async function explain(id) {
  byId("lead-id").value = id;
  const answer = await json(`/v1/leads/${encodeURIComponent(id)}/explain`);
  if (answer.ok) showLead(answer.body);
  else byId("lead").replaceChildren(element("p", answer.body.detail, "unmet"));
  byId("lead-title").scrollIntoView({ block: "start" });
}

byId("lead-form").addEventListener("submit", (event) => {
  event.preventDefault();
  explain(byId("lead-id").value.trim());
});
byId("topic").addEventListener("change", () => {
  for (const line of byId("feed").children) line.hidden = byId("topic").value !== "" && byId("topic").value !== line.dataset.topic;
});
byId("pause").addEventListener("click", () => {
  paused = !paused;
  byId("pause").setAttribute("aria-pressed", String(paused));
  byId("pause").textContent = paused ? "Go on" : "Pause";
});
look();
listen();
drawHeld();
