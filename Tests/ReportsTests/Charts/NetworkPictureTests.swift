import Grading
import Testing

@testable import Reports

@Suite("The picture of a network")
struct NetworkPictureTests {
  static let pictures = NetworkSamples.sizes.flatMap { sizes in
    [NetworkSamples.picture(sizes), NetworkSamples.picture(sizes, isSolved: true)]
  }

  @Test("It is well-formed, says in words what it shows, and runs and fetches nothing")
  func structure() throws {
    for picture in Self.pictures {
      let svg = picture.svg
      let document = try MarkupReader(svg)
      #expect(document.elements[0].name == "svg")
      #expect(document.elements[1].name == "title" && document.elements[2].name == "desc")
      #expect(document.elements[1].text == picture.title)
      #expect(document.elements[2].text.contains("network"))
      let known: Set = [
        "svg", "title", "desc", "style", "rect", "line", "circle", "text", "tspan", "g",
      ]
      #expect(known.isSuperset(of: document.elements.map(\.name)))
      #expect(
        document.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
      #expect(!svg.contains("href") && !svg.contains("url(") && !svg.contains("@import"))
      #expect(svg.contains("prefers-color-scheme:dark"))
    }
  }

  @Test("Nodes and edges are all there", arguments: NetworkSamples.sizes)
  func counts(sizes: [Int]) throws {
    let document = try MarkupReader(NetworkSamples.picture(sizes).svg)
    let outputs = sizes[sizes.count - 1]
    #expect(document.all("circle").count == sizes.reduce(1, +))
    #expect(document.all("line").count == zip(sizes, sizes.dropFirst()).map(*).reduce(outputs, +))
  }

  @Test("What was typed stands there, with its sign, and whole in the words of its label")
  func typed() throws {
    for picture in Self.pictures {
      let document = try MarkupReader(picture.svg)
      let texts = document.all("text").map(\.text)
      let titles = document.all("title").map(\.text)
      for (name, reading) in picture.readings {
        switch reading {
        case .typed(let typed, let mark, right: let right):
          let shown = typed.count > 14 ? "\(typed.prefix(13))…" : typed
          #expect(texts.contains { $0.hasSuffix("\(mark.sign) \(shown)") }, "\(name)")
          #expect(titles.contains { $0.contains("\(name): typed \(typed), \(mark.words)") })
          if mark == .wrong, let right {
            #expect(texts.contains("right \(right.inFigures(6))"))
          }
        case .value(let value):
          #expect(texts.contains { $0.hasSuffix(" \(value.inFigures(6))") }, "\(name)")
        case .blank: #expect(titles.contains { $0.contains("\(name): blank") })
        case .unreadable: #expect(titles.contains { $0.contains("\(name): unreadable") })
        }
      }
    }
  }

  @Test("Each mark has a sign, words, a class and a line of its own")
  func marks() throws {
    #expect(Set(Mark.allCases.map(\.sign)).count == Mark.allCases.count)
    #expect(Set(Mark.allCases.map(\.words)).count == Mark.allCases.count)
    let document = try MarkupReader(NetworkSamples.picture([2, 2, 1]).svg)
    for mark in Mark.allCases {
      #expect(!document.all("rect", ofClass: mark.styleClass).isEmpty, "\(mark)")
      // In the legend.
      #expect(document.all("text").contains { $0.text == "\(mark.sign) \(mark.words)" })
    }
  }

  @Test("No label lies on another or on a node, and none reaches beyond the edge of the picture")
  func overlaps() throws {
    for picture in Self.pictures {
      let document = try MarkupReader(picture.svg)
      let frame = document.elements[0]
      let (width, height) = (try frame.number("width"), try frame.number("height"))
      var boxes = try document.all("rect", ofClass: "label").map { try Box(rect: $0) }
      boxes += try document.all("circle").map { try Box(circle: $0) }
      for (place, box) in boxes.enumerated() {
        #expect(box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height)
        for other in boxes[(place + 1)...] {
          #expect(!box.meets(other), "\(picture.title): \(box) and \(other)")
        }
      }
    }
  }

  @Test("Every line of a label fits in its box")
  func room() throws {
    for picture in Self.pictures {
      for box in NetworkLayout(picture).boxes {
        for line in box.label.lines {
          let text = "\(line.name) \(line.mark.map { "\($0.sign) " } ?? "")\(line.text)"
          #expect(Double(text.count) * 7.3 <= box.label.width)
        }
      }
    }
  }

  @Test(
    "What a student typed is text and nothing else", arguments: ["<script>", "a\u{1B}[2J", "]]>"])
  func hostile(typed: String) throws {
    let sample = NetworkSamples.picture([2, 2, 1])
    let picture = NetworkPicture(
      title: typed, diagram: sample.diagram,
      readings: ["z1[0]": .typed(typed, .wrong, right: nil)])
    let document = try MarkupReader(picture.svg)
    #expect(document.all("script").isEmpty)
    #expect(document.elements[1].text == Sanitised(typed).line)
    #expect(document.all("title").contains { $0.text.contains(Sanitised(typed).line) })
  }

  @Test("It reads as agreed", arguments: NetworkSamples.sizes)
  func golden(sizes: [Int]) throws {
    let name = sizes.map(String.init).joined(separator: "-")
    try expectGolden(NetworkSamples.picture(sizes).svg, "network-\(name).svg")
  }
}

/// The room that something takes.
private struct Box: CustomStringConvertible {
  let left: Double, top: Double, right: Double, bottom: Double

  init(rect: MarkupReader.Element) throws {
    left = try rect.number("x")
    top = try rect.number("y")
    right = left + (try rect.number("width"))
    bottom = top + (try rect.number("height"))
  }

  init(circle: MarkupReader.Element) throws {
    let (x, y, r) = (
      try circle.number("cx"), try circle.number("cy"), try circle.number("r")
    )
    (left, top, right, bottom) = (x - r, y - r, x + r, y + r)
  }

  /// Numbers are written to a tenth of a pixel.
  func meets(_ other: Box) -> Bool {
    left + 0.2 < other.right && other.left + 0.2 < right && top + 0.2 < other.bottom
      && other.top + 0.2 < bottom
  }

  var description: String { "(\(left), \(top))–(\(right), \(bottom))" }
}
