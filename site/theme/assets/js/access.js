// What the theme leaves out for people who use a keyboard or a screen reader. Pages work without scripts too.
(function () {
  "use strict";

  // A region that scrolls can be reached with the Tab key and has a name; one that does not scroll is skipped.
  function fit(box) {
    var scrolls = box.scrollWidth > box.clientWidth + 1 || box.scrollHeight > box.clientHeight + 1;
    if (scrolls) {
      box.tabIndex = 0;
      if (box.getAttribute("aria-label")) box.setAttribute("role", "region");
    } else {
      box.removeAttribute("tabindex");
      box.removeAttribute("role");
    }
  }

  // The theme opens its menu and its search with labels, which the keyboard cannot reach: put buttons in their place.
  function asButton(label, name, toggle) {
    var button = document.createElement("button");
    button.type = "button";
    button.className = label.className;
    button.setAttribute("for", label.htmlFor);
    button.setAttribute("aria-label", name);
    button.setAttribute("aria-expanded", String(toggle.checked));
    button.append.apply(button, label.childNodes);
    button.addEventListener("click", function () { toggle.click(); });
    toggle.addEventListener("change", function () { button.setAttribute("aria-expanded", String(toggle.checked)); });
    label.replaceWith(button);
    return button;
  }

  document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (box, i) {
    var caption = box.querySelector("caption");
    box.setAttribute("aria-label", caption ? caption.textContent : "Table " + (i + 1));
  });
  var boxes = document.querySelectorAll(".qa-scroll, .md-typeset__scrollwrap");
  var watch = "ResizeObserver" in window && new ResizeObserver(function (entries) {
    entries.forEach(function (entry) { fit(entry.target); });
  });
  boxes.forEach(function (box) { if (watch) watch.observe(box); else fit(box); });

  document.querySelectorAll("aside.md-banner").forEach(function (aside) {
    aside.setAttribute("aria-label", aside.closest("[data-md-component=outdated]") ? "Earlier version" : "Notices");
  });
  var search = document.querySelector(".md-search[role=dialog]");
  if (search) search.setAttribute("aria-label", "Search");

  // The theme adds the choice of version late, with a label that does not name the version being read.
  var topic = document.querySelector(".md-header__topic");
  if (topic) new MutationObserver(function () {
    var version = topic.querySelector(".md-version__current");
    if (version) version.setAttribute("aria-label", "Version " + version.textContent.trim());
  }).observe(topic, { childList: true, subtree: true });

  var drawer = document.getElementById("__drawer"), finder = document.getElementById("__search");
  var menu = document.querySelector(".md-header__button[for=__drawer]"), glass = document.querySelector(".md-header__button[for=__search]");
  if (finder && glass) asButton(glass, "Search", finder);
  if (drawer && menu) {
    menu = asButton(menu, "Menu", drawer);
    drawer.addEventListener("change", function () {
      if (drawer.checked) setTimeout(function () {
        var seen = Array.from(document.querySelectorAll(".md-sidebar--primary a[href]")).find(function (link) {
          var box = link.getBoundingClientRect();
          return link.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
        });
        if (seen) seen.focus();
      }, 300);
    });
    document.addEventListener("keydown", function (event) {
      if (event.key !== "Escape" || !drawer.checked) return;
      drawer.click();
      menu.focus();
    });
  }

  // Details cannot be opened on paper: open them all to print, then close again those that were closed.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.from(document.querySelectorAll(".md-content details:not([open])"));
    opened.forEach(function (detail) { detail.open = true; });
  });
  window.addEventListener("afterprint", function () { opened.forEach(function (detail) { detail.open = false; }); });
})();
