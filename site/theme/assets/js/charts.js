// Draws a chart over its picture when it comes into view. Where that fails, the picture stays.
(function () {
  "use strict";
  var figures = document.querySelectorAll(".qa-chart");
  var meta = document.querySelector("meta[name=qa-charts]");
  if (!figures.length || !meta || !("IntersectionObserver" in window)) return;

  var engine;
  function load() {
    engine = engine || new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = meta.content;
      script.onload = function () { if (window.vegaEmbed) resolve(window.vegaEmbed); else reject(new Error("no vegaEmbed")); };
      script.onerror = reject;
      document.head.append(script);
    });
    return engine;
  }

  // A chart of one view takes the width of the page and keeps its text size; others are scaled as a whole.
  function fit(spec, room) {
    var single = !(spec.hconcat || spec.vconcat || spec.concat || spec.facet || spec.repeat);
    if (single && (spec.width === "container" || typeof spec.width === "number")) {
      spec.width = room;
      spec.autosize = { type: "fit-x", contains: "padding" };
    }
    return spec;
  }

  function draw(figure) {
    var data = figure.querySelector(".qa-chart__spec");
    var plot = figure.querySelector(".qa-chart__plot");
    var picture = plot && plot.querySelector("img");
    if (!data || !picture) return;
    load().then(function (vegaEmbed) {
      var style = getComputedStyle(plot);
      var room = Math.floor(plot.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight));
      var stage = document.createElement("div");
      stage.className = "qa-chart__stage";
      return vegaEmbed(stage, fit(JSON.parse(data.textContent), room), {
        ast: true, actions: false, defaultStyle: false, renderer: "svg", tooltip: { disableDefaultStyle: true }
      }).then(function () {
        if (!stage.querySelector("svg")) return;
        stage.setAttribute("role", "img");
        stage.setAttribute("aria-label", picture.alt);
        picture.replaceWith(stage);
        figure.classList.add("qa-chart--drawn");
      });
    }).catch(function () { /* the picture says the same */ });
  }

  var watch = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) return;
      watch.unobserve(entry.target);
      draw(entry.target);
    });
  }, { rootMargin: "200px 0px" });
  figures.forEach(function (figure) { watch.observe(figure); });
})();
