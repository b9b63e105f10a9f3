/// An element of an XML document: its name, its attributes in their order, and what it holds.
///
/// Written here because the elements of FoundationXML outlive the documents that own their memory,
/// which ends in a crash now and then.
struct XMLTag {
  let name: String
  let attributes: [(name: String, value: String)]
  /// Either text or other elements.
  let content: Content

  enum Content {
    case text(String)
    case tags([XMLTag])
  }

  /// An element that holds text.
  init(_ name: String, _ attributes: [(name: String, value: String)] = [], text: String) {
    (self.name, self.attributes, content) = (name, attributes, .text(text))
  }

  /// An element that holds others.
  init(_ name: String, _ attributes: [(name: String, value: String)] = [], _ tags: [XMLTag] = []) {
    (self.name, self.attributes, content) = (name, attributes, .tags(tags))
  }

  /// A whole document around this element as text, ending in a line break.
  var document: String {
    "<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"no\"?>\n" + lines(indent: "")
  }

  private func lines(indent: String) -> String {
    let start = "\(indent)<\(name)" + attributes.map { " \($0)=\"\(Self.quoted($1))\"" }.joined()
    switch content {
    case .text(let text) where text.isEmpty: return "\(start)/>\n"
    case .tags(let tags) where tags.isEmpty: return "\(start)/>\n"
    case .text(let text): return "\(start)>\(Self.escaped(text))</\(name)>\n"
    case .tags(let tags):
      let inner = tags.map { $0.lines(indent: indent + "  ") }.joined()
      return "\(start)>\n\(inner)\(indent)</\(name)>\n"
    }
  }

  /// Readers make spaces of line breaks and tabs in an attribute, unless they are written so.
  private static func quoted(_ text: String) -> String {
    escaped(text).replacing("\"", with: "&quot;").replacing("\n", with: "&#10;")
      .replacing("\t", with: "&#9;")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}
