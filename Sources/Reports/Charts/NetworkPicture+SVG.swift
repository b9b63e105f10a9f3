import Foundation
import Grading

extension NetworkPicture {
  /// The picture as an SVG document: no script, nothing from elsewhere, light or dark as the reader
  /// likes it.
  package var svg: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\(svgElement)"
  }

  /// The picture as the `svg` element of a page.
  var svgElement: String {
    let layout = NetworkLayout(self)
    let height = layout.height + (marks.isEmpty ? 0 : Self.legendHeight)
    let size = (width: layout.width.inPixels, height: height.inPixels)
    let head = """
      <svg xmlns="http://www.w3.org/2000/svg" class="network" role="img" \
      viewBox="0 0 \(size.width) \(size.height)" width="\(size.width)" height="\(size.height)" \
      aria-labelledby="network-title network-description">
      <title id="network-title">\(title.escapedForMarkup)</title>
      <desc id="network-description">\(summary.escapedForMarkup)</desc>
      <style>\(Self.style)</style>
      <rect class="paper" width="100%" height="100%"/>
      """
    let elements =
      [head] + zip(diagram.edges, layout.lines).map(element)
      + layout.nodes.joined().map(Self.element) + layout.boxes.map(Self.element)
      + legend(at: height - 16)
    return elements.joined(separator: "\n") + "\n</svg>\n"
  }

  private static let legendHeight = 30.0

  /// The marks that occur, in their own order.
  private var marks: [Mark] {
    let present = Set(readings.keys.compactMap { mark(of: $0) })
    return Mark.allCases.filter(present.contains)
  }

  private func mark(of quantity: String) -> Mark? {
    switch readings[quantity] {
    case .typed(_, let mark, right: _): mark
    case .unreadable: .wrong
    case .value, .blank, nil: nil
    }
  }

  /// What somebody is told who cannot see it.
  private var summary: String {
    let sizes = diagram.columns.dropLast().map { "\($0.count)" }.joined(separator: "-")
    let wrong =
      (diagram.columns.joined().flatMap { $0.above + $0.below }
      + diagram.edges.flatMap(\.quantities)).filter { mark(of: $0) == .wrong }
    return "A \(sizes) network: what is computed forward stands above each node, what is computed "
      + "backward below it, and each edge has its weight and the gradient by it."
      + (wrong.isEmpty ? "" : " Wrong: \(wrong.joined(separator: ", ")).")
  }

  // MARK: - Elements

  private func element(
    _ edge: NetworkDiagram.Edge, _ line: (from: NetworkLayout.Node, to: NetworkLayout.Node)
  ) -> String {
    let mark = edge.quantities.compactMap { self.mark(of: $0) }.first
    return """
      <line class="edge \(mark?.styleClass ?? "plain")" x1="\(line.from.x.inPixels)" \
      y1="\(line.from.y.inPixels)" x2="\(line.to.x.inPixels)" y2="\(line.to.y.inPixels)"/>
      """
  }

  private func legend(at y: Double) -> [String] {
    var x = 20.0
    return marks.map { mark in
      defer { x += Double(mark.words.count + 5) * NetworkLabel.characterWidth }
      return """
        <text class="\(mark.styleClass)" x="\(x.inPixels)" y="\(y.inPixels)">\
        <tspan class="sign">\(mark.sign)</tspan> \(mark.words.escapedForMarkup)</text>
        """
    }
  }

  private static func element(_ node: NetworkLayout.Node) -> String {
    """
    <circle class="node" cx="\(node.x.inPixels)" cy="\(node.y.inPixels)" \
    r="\(node.radius.inPixels)"/>
    <text class="name" x="\(node.x.inPixels)" y="\((node.y + 4).inPixels)">\
    \(node.name.escapedForMarkup)</text>
    """
  }

  private static func element(_ box: NetworkLayout.Box) -> String {
    let label = box.label
    let words = label.lines.map(\.words).filter { !$0.isEmpty }.joined(separator: "; ")
    var lines = [
      """
      <g><title>\(words.escapedForMarkup)</title>
      <rect class="\(box.isOnEdge ? "label edge-label" : "label")" x="\(box.x.inPixels)" y="\(box.y.inPixels)" \
      width="\(label.width.inPixels)" height="\(label.height.inPixels)" rx="3"/>
      """
    ]
    for (row, line) in label.lines.enumerated() {
      let top = box.y + Double(row) * NetworkLabel.lineHeight
      if let mark = line.mark {
        lines.append(
          """
          <rect class="chip \(mark.styleClass)" x="\((box.x + 1).inPixels)" \
          y="\((top + 1).inPixels)" width="\((label.width - 2).inPixels)" \
          height="\((NetworkLabel.lineHeight - 2).inPixels)" rx="3"/>
          """)
      }
      let sign = line.mark.map { "<tspan class=\"sign\">\($0.sign)</tspan> " } ?? ""
      let tone = line.mark?.styleClass ?? (line.isAside ? "aside" : "value")
      lines.append(
        """
        <text class="\(tone)" x="\((box.x + NetworkLabel.padding).inPixels)" \
        y="\((top + 12.5).inPixels)"><tspan class="quantity">\(line.name.escapedForMarkup)</tspan> \
        \(sign)\(line.text.escapedForMarkup)</text>
        """)
    }
    return lines.joined(separator: "\n") + "</g>"
  }

  /// Marks differ by sign and by the line around them, not by colour alone.
  private static let style = """
    .network{--ink:#1b1f24;--faint:#59636e;--paper:#fff;--line:#8c959f;--right:#116329;\
    --followed:#0550ae;--few:#7a4d00;--wrong:#b3261e;max-width:100%;height:auto;\
    font:12px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace}
    @media (prefers-color-scheme:dark){.network{--ink:#e6edf3;--faint:#9aa4ae;--paper:#0d1117;\
    --line:#6e7681;--right:#56d364;--followed:#79c0ff;--few:#e3b341;--wrong:#ff8a80}}
    .network .paper,.network .label{fill:var(--paper)}
    .network .node{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}
    .network .name{fill:var(--ink);text-anchor:middle;font-weight:600}
    .network .quantity,.network .aside{fill:var(--faint);font-weight:400}
    .network .sign{font-size:14px;font-weight:700}
    .network .value{fill:var(--ink)}
    .network .edge{stroke:var(--line);stroke-width:1.2}
    .network .edge-label{stroke:var(--line);stroke-width:.8}
    .network .chip{fill:none}
    .network text.right{fill:var(--right)}
    .network text.followed{fill:var(--followed)}
    .network text.few{fill:var(--few)}
    .network text.wrong{fill:var(--wrong);font-weight:700}
    .network rect.right,.network line.right{stroke:var(--right)}
    .network rect.followed,.network line.followed{stroke:var(--followed);stroke-dasharray:6 3}
    .network rect.few,.network line.few{stroke:var(--few);stroke-dasharray:1.5 3}
    .network rect.wrong,.network line.wrong{stroke:var(--wrong);stroke-width:2.2}
    """
}

extension Double {
  /// A length to a tenth of a pixel.
  fileprivate var inPixels: String {
    let tenths = (self * 10).rounded()
    return tenths.remainder(dividingBy: 10) == 0
      ? "\(Int(tenths / 10))" : String(format: "%.1f", tenths / 10)
  }
}
