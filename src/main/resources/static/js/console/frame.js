// The few things HTML cannot do alone. Every page works without it.
(function () {
  "use strict";
  document.documentElement.classList.add("js");

  // Menu on small screens.
  document.querySelectorAll("[data-toggle]").forEach(function (button) {
    var target = document.getElementById(button.dataset.toggle);
    button.addEventListener("click", function () {
      var open = target.classList.toggle("is-open");
      button.setAttribute("aria-expanded", String(open));
    });
  });

  // Over a long page to what it is for: the first button that stands out.
  var skip = document.getElementById("skip-to-act");
  var act = Array.prototype.find.call(document.querySelectorAll("main .btn-primary"), function (one) {
    return !one.hidden && !one.disabled && !one.closest("details:not([open]), [hidden]");
  });
  if (skip && act) {
    act.id = act.id || "main-act";
    skip.href = "#" + act.id;
    skip.textContent += ": " + act.textContent.trim();
    skip.hidden = false;
  }

  // A tab that is only half in sight comes in whole; browsers leave it as it is.
  document.addEventListener("focusin", function (event) {
    if (event.target.matches(".tab")) {
      event.target.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  });

  // Ask before a form with data-confirm is sent.
  var ask = document.getElementById("ask");
  document.addEventListener("submit", function (event) {
    var form = event.target;
    var button = event.submitter || form.querySelector("[type=submit]");
    // What the button asks goes before what the form asks.
    var question = button.dataset.confirm || form.dataset.confirm;
    if (event.defaultPrevented || !question || form.dataset.confirmed) {
      return;
    }
    event.preventDefault();
    if (!ask || !ask.showModal) {
      if (window.confirm(question)) {
        form.dataset.confirmed = "yes";
        form.requestSubmit ? form.requestSubmit(button) : form.submit();
      }
      return;
    }
    document.getElementById("ask-text").textContent = question;
    document.getElementById("ask-yes").textContent = button.textContent.trim();
    ask.returnValue = "";
    ask.onclose = function () {
      if (ask.returnValue === "yes") {
        form.dataset.confirmed = "yes";
        form.requestSubmit(button);
      }
    };
    ask.showModal();
  });

  // A form is sent once, however often the button is pressed.
  document.addEventListener("submit", function (event) {
    var form = event.target;
    // What only downloads a file leaves the page as it is.
    if (event.defaultPrevented || form.method !== "post" || (event.submitter && "again" in event.submitter.dataset)) {
      return;
    }
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    // A page that comes back from the browser's memory must work again.
    window.addEventListener("pageshow", function () { delete form.dataset.sent; delete form.dataset.confirmed; }, { once: true });
  });

  // Beside a field for a day, that day as people here say it: browsers show it as their own country does.
  document.querySelectorAll("input[type=date]").forEach(function (input) {
    var said = document.createElement("output");
    said.className = "date-said";
    function say() {
      var day = input.value ? new Date(input.value + "T00:00:00") : null;
      said.textContent = day && !isNaN(day)
        ? day.toLocaleDateString(document.documentElement.lang === "en" ? "en-GB" : "vi-VN",
          { weekday: "long", day: "2-digit", month: "2-digit", year: "numeric" })
        : "";
    }
    input.insertAdjacentElement("afterend", said);
    input.addEventListener("input", say);
    say();
  });

  // Leaving a form with unsaved changes asks first.
  document.querySelectorAll("form[data-unsaved]").forEach(function (form) {
    var changed = form.dataset.unsaved === "changed";
    form.addEventListener("input", function () { changed = true; });
    form.addEventListener("submit", function () { changed = false; });
    window.addEventListener("beforeunload", function (event) {
      if (changed) {
        event.preventDefault();
        event.returnValue = "";
      }
    });
  });

  // One box that ticks all.
  document.querySelectorAll("input[data-check-all]").forEach(function (all) {
    all.addEventListener("change", function () {
      all.form.querySelectorAll("input[name=" + all.dataset.checkAll + "]").forEach(function (one) { one.checked = all.checked; });
    });
  });

  // Rows that are seldom filled in: hidden until they are asked for, one by one.
  document.querySelectorAll("button[data-more]").forEach(function (button) {
    var rows = Array.prototype.slice.call(button.parentElement.querySelectorAll(button.dataset.more));
    rows.forEach(function (row) { row.hidden = true; });
    button.hidden = rows.length === 0;
    button.addEventListener("click", function () {
      var row = rows.shift();
      row.hidden = false;
      row.querySelector("select, input").focus();
      button.hidden = rows.length === 0;
    });
  });

  // A letter or an article is shown as tall as it is; what we may not look into keeps the height of the style sheet.
  function fit(frame) {
    var page = frame.contentDocument;
    if (page && page.body && page.body.offsetHeight) {
      frame.style.height = Math.ceil(page.body.getBoundingClientRect().bottom + 20) + "px";
    }
  }
  document.addEventListener("load", function (event) {
    if (event.target.matches && event.target.matches("iframe.mail-body")) {
      fit(event.target);
    }
  }, true);
  document.querySelectorAll("iframe.mail-body").forEach(fit);

  // Filters act when they are chosen.
  document.querySelectorAll("form[data-autosubmit] select").forEach(function (select) {
    select.addEventListener("change", function () { select.form.submit(); });
  });

  // A file that is only looked at is looked at as soon as it is chosen.
  document.querySelectorAll("input[type=file][data-at-once]").forEach(function (file) {
    file.addEventListener("change", function () {
      if (file.value) {
        file.form.requestSubmit();
      }
    });
  });

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
})();
