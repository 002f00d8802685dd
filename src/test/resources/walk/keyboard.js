// Watches the focus go through the page, and looks at each stop the moment before it is left: then all that the stop
// has caused (scrolling, styles) has happened.
() => {
  const LEAST = 24;
  const CONTROLS = "a[href], button, input, select, textarea, summary, iframe, [tabindex], audio[controls]";
  const look = (element) => {
    const style = getComputedStyle(element);
    const ring = style.outlineStyle === "none" || parseFloat(style.outlineWidth) === 0 ? "" : style.outline;
    return { ring, shadow: style.boxShadow };
  };
  // Where a field asks for the focus by itself.
  document.activeElement.blur();
  const unfocused = new Map();
  document.querySelectorAll(CONTROLS).forEach((element) => unfocused.set(element, look(element)));

  const name = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 140);

  const isSeen = (element) => {
    const before = unfocused.get(element) || { ring: "", shadow: "none" };
    const now = look(element);
    return (now.ring !== "" && now.ring !== before.ring) || (now.shadow !== "none" && now.shadow !== before.shadow);
  };

  const cover = (element) => {
    const box = element.getClientRects()[0];
    if (!box) {
      return "is nowhere";
    }
    const x = box.left + box.width / 2;
    const y = box.top + Math.min(box.height, innerHeight) / 2;
    const top = document.elementFromPoint(x, y);
    if (!top) {
      return "is out of sight at " + Math.round(x) + "," + Math.round(y);
    }
    const label = top.closest("label");
    return element === top || element.contains(top) || (label && label.control === element) ? "" : "is hidden by " + name(top);
  };

  // In a line of text a link is as tall as the line; what has a label can be hit there too.
  const isLargeEnough = (element) => {
    const inline = getComputedStyle(element).display === "inline" && element.matches("a");
    if (inline && element.parentElement.textContent.trim().length > element.textContent.trim().length) {
      return true;
    }
    return [element, ...(element.labels || [])].some((part) => {
      const box = part.getBoundingClientRect();
      return box.width >= LEAST && box.height >= LEAST;
    });
  };

  const stops = [];
  let presses = 0;
  let over = false;
  const record = () => {
    const element = document.activeElement;
    if (!element || element === document.body) {
      over = presses > 1;
      return;
    }
    if (stops.some((stop) => stop.element === element)) {
      over = stops[stops.length - 1].element !== element;
      return;
    }
    const problems = [];
    // What has the focus within a frame is shown there, and moves when that frame has it.
    if (element.tagName === "IFRAME") {
      stops.push({ element, presses, problems });
      return;
    }
    if (!isSeen(element)) {
      problems.push("shows no focus");
    }
    const covered = cover(element);
    if (covered) {
      problems.push(covered);
    }
    if (!isLargeEnough(element)) {
      const box = element.getBoundingClientRect();
      problems.push("is only " + Math.round(box.width) + "×" + Math.round(box.height));
    }
    stops.push({ element, presses, problems });
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Tab") {
      if (!over) {
        record();
      }
      presses++;
    }
  }, true);

  const act = () => Array.prototype.find.call(document.querySelectorAll("main .btn-primary"), (one) =>
    one.checkVisibility() && !one.disabled);

  // How often one presses Tab after the link that skips what all pages have in common.
  const toTheAct = () => {
    const goal = act();
    if (!goal) {
      return 0;
    }
    const shortcut = stops.find((stop) => stop.element.id === "skip-to-act");
    if (shortcut && shortcut.element.hash === "#" + goal.id) {
      return 1;
    }
    const inside = stops.filter((stop) => stop.element.closest("main"));
    const there = inside.find((stop) => stop.element === goal);
    return there ? there.presses - inside[0].presses + 1 : Infinity;
  };

  window.keyboardWalk = {
    isOver: () => over,
    result: () => {
      const problems = stops.flatMap((stop) => stop.problems.map((problem) => name(stop.element) + " " + problem));
      const far = toTheAct();
      return far > 10 ? problems.concat("the main act is " + far + " stops away: " + name(act())) : problems;
    },
    stops: () => stops.length,
  };

  // Where a page begins.
  document.body.tabIndex = -1;
  document.body.focus();
  document.body.removeAttribute("tabindex");
}
