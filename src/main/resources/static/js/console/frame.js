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

  // Filters act when they are chosen.
  document.querySelectorAll("form[data-autosubmit] select").forEach(function (select) {
    select.addEventListener("change", function () { select.form.submit(); });
  });

  document.querySelectorAll("[data-print]").forEach(function (button) {
    button.hidden = false;
    button.addEventListener("click", function () { window.print(); });
  });
})();
