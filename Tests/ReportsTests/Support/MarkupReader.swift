import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An XML document as an independent parser reads it: every element with its attributes and text.
final class MarkupReader: NSObject, XMLParserDelegate {
  struct Element {
    let name: String
    let attributes: [String: String]
    /// All text in it, that of its children included.
    var text = ""
    var children: [Element] = []

    /// The children of that name.
    func children(_ name: String) -> [Element] { children.filter { $0.name == name } }

    /// It and all below it, in the order in which they begin.
    var family: [Element] { [self] + children.flatMap(\.family) }

    func number(_ attribute: String) throws -> Double {
      try #require(attributes[attribute].flatMap(Double.init), "\(name) lacks \(attribute)")
    }
  }

  private(set) var root = Element(name: "", attributes: [:])
  private var open: [Element] = []

  var elements: [Element] { root.family }

  /// Reads a document; records an issue where it is not well formed.
  init(_ document: String) throws {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    let isWellFormed = parser.parse()
    try #require(isWellFormed, "\(String(describing: parser.parserError))")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    open.append(Element(name: name, attributes: attributes))
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    for place in open.indices { open[place].text += text }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    let element = open.removeLast()
    if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
  }

  /// The elements of that name and, where said, of that class.
  func all(_ name: String, ofClass style: String? = nil) -> [Element] {
    elements.filter { element in
      let styles = (element.attributes["class"] ?? "").split(separator: " ").map(String.init)
      return element.name == name && style.map(styles.contains) ?? true
    }
  }
}
