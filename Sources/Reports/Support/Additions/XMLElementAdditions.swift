import Foundation

// On Linux the XML types are a library of their own; on macOS they are part of Foundation.
extension XMLElement {
  /// An element with attributes in the given order, and children.
  convenience init(
    _ name: String, _ attributes: [(name: String, value: String)], children: [XMLElement] = []
  ) {
    self.init(name: name)
    for attribute in attributes {
      let node = XMLNode.attribute(withName: attribute.name, stringValue: attribute.value)
      if let node = node as? XMLNode { addAttribute(node) }
    }
    for child in children { addChild(child) }
  }

  /// A whole document around this element as text, ending in a line break.
  var documentText: String {
    let document = XMLDocument(rootElement: self)
    document.version = "1.0"
    document.characterEncoding = "UTF-8"
    let text = document.xmlString(options: [.nodePrettyPrint, .nodeCompactEmptyElement])
    return text.hasSuffix("\n") ? text : text + "\n"
  }
}
