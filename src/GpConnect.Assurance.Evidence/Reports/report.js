(function () {
  "use strict";

  var scenarios = Array.prototype.slice.call(document.querySelectorAll("details.scenario"));
  var form = document.getElementById("filter");
  var text = document.getElementById("filter-text");
  var pack = document.getElementById("filter-pack");
  var verdict = document.getElementById("filter-verdict");
  var count = document.getElementById("filter-count");
  var texts = new Map();

  // Names, steps, checks and requests are searched; bodies are not, or every word would match everything.
  function textOf(scenario) {
    if (!texts.has(scenario)) {
      var feature = scenario.parentElement.querySelector("h4").textContent;
      var parts = scenario.querySelectorAll(".name, .source, .step, .check, .reqline, .message, .value, .exchange > summary");
      var words = Array.prototype.map.call(parts, function (part) { return part.textContent; });
      texts.set(scenario, (feature + "\n" + words.join("\n")).toLowerCase());
    }
    return texts.get(scenario);
  }

  function matches(scenario, wanted) {
    return (!pack.value || scenario.dataset.pack === pack.value)
      && (!verdict.value || scenario.dataset.verdict === verdict.value)
      && wanted.every(function (word) { return textOf(scenario).indexOf(word) >= 0; });
  }

  function hideEmpty(selector) {
    document.querySelectorAll(selector).forEach(function (group) {
      group.hidden = !group.querySelector("details.scenario:not([hidden])");
    });
  }

  function filter() {
    var wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    scenarios.forEach(function (scenario) {
      scenario.hidden = !matches(scenario, wanted);
      shown += scenario.hidden ? 0 : 1;
    });
    hideEmpty("section.feature");
    hideEmpty("section.pack");
    count.textContent = "Showing " + shown + " of " + scenarios.length + (scenarios.length === 1 ? " scenario" : " scenarios");
  }

  function showAll() {
    text.value = "";
    pack.value = "";
    verdict.value = "";
    filter();
  }

  // A link to a scenario or an exchange opens whatever it stands in.
  function reveal() {
    var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) {
      return;
    }
    if (target.closest("[hidden]")) {
      showAll();
    }
    for (var at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS") {
        at.open = true;
      }
    }
    target.scrollIntoView();
  }

  function select(element) {
    var range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }

  function addCopyButton(block) {
    var line = block.querySelector("pre");
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.addEventListener("click", function () {
      select(line);
      var copied = navigator.clipboard ? navigator.clipboard.writeText(line.textContent) : Promise.reject();
      copied.then(function () { button.textContent = "Copied"; }, function () { button.textContent = "Selected: press Ctrl+C"; });
      setTimeout(function () { button.textContent = "Copy"; }, 3000);
    });
    block.insertBefore(button, line);
  }

  var pending = 0;
  text.addEventListener("input", function () {
    clearTimeout(pending);
    pending = setTimeout(filter, 150);
  });
  pack.addEventListener("change", filter);
  verdict.addEventListener("change", filter);
  form.addEventListener("submit", function (event) { event.preventDefault(); filter(); });
  form.addEventListener("reset", function () { setTimeout(filter, 0); });
  document.getElementById("open-all").addEventListener("click", function () {
    scenarios.forEach(function (scenario) { scenario.open = !scenario.hidden; });
  });
  document.getElementById("close-all").addEventListener("click", function () {
    scenarios.forEach(function (scenario) { scenario.open = false; });
  });
  document.querySelectorAll(".copy").forEach(addCopyButton);
  addEventListener("hashchange", reveal);
  form.hidden = false;
  filter();
  reveal();
})();
