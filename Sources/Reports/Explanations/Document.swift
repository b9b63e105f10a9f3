import Grading

/// A page of headings, sentences and tables, before it becomes Markdown or HTML.
struct Document: Sendable {
  let title: String
  private(set) var blocks: [Block] = []

  /// One piece of it.
  enum Block: Sendable {
    case heading(String)
    case paragraph(String)
    case list([String])
    /// Lines as they stand, such as a question or a calculation.
    case lines([String])
    /// A row for each number.
    case table(header: [String], rows: [[Cell]])
    case picture(NetworkPicture)
  }

  /// One field of a table.
  struct Cell: Sendable {
    let text: String
    var mark: Mark?
  }

  init(title: String) { self.title = title }

  mutating func add(_ block: Block) { blocks.append(block) }

  /// Adds what there is, if there is anything.
  mutating func add(list items: [String]) { if !items.isEmpty { blocks.append(.list(items)) } }

  /// Adds the picture, where there is one.
  mutating func add(_ picture: NetworkPicture?) {
    if let picture { blocks.append(.picture(picture)) }
  }
}
