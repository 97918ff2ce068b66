// Shows the latest report in a frame, and the next one in its place: at the same height, with the same parts open.
"use strict"

const SAID = {
  lost: "grade watch does not answer; the report may be out of date.",
  ended: "grade watch has ended; this is its last report.",
}
const status = document.querySelector("[role=status]")
const say = words => { status.textContent = words }
let shown = null

// What the reader has made of a report: how far down, and what is open.
const place = ({ contentWindow, contentDocument }) => ({
  left: contentWindow.scrollX,
  top: contentWindow.scrollY,
  open: [...contentDocument.querySelectorAll("details")].map(part => part.open),
})

const restore = ({ contentWindow, contentDocument }, { left, top, open }) => {
  contentDocument.querySelectorAll("details").forEach((part, index) => { part.open = open[index] ?? part.open })
  contentWindow.scrollTo(left, top)
}

// The frame comes unseen, and takes the other one's place when it has all: nothing flickers.
const show = number => {
  document.querySelectorAll("iframe.coming").forEach(frame => frame.remove())
  const frame = document.createElement("iframe")
  frame.className = "coming"
  frame.title = "The report"
  frame.setAttribute("sandbox", "allow-same-origin allow-popups")
  frame.src = `report?${number}`
  frame.addEventListener("load", () => {
    if (shown) restore(frame, place(shown))
    shown?.remove()
    shown = frame
    frame.className = ""
    document.title = frame.contentDocument.title
    document.body.dataset.report = number
    say("")
  })
  document.body.append(frame)
}

const source = new EventSource("events")
source.addEventListener("report", event => show(event.data))
source.addEventListener("end", () => { source.close(); say(SAID.ended) })
source.addEventListener("error", () => { if (source.readyState !== EventSource.CLOSED) say(SAID.lost) })
source.addEventListener("open", () => { if (shown) say("") })
