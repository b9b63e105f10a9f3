/// The handout's text as a page of its own.
///
/// How to run the checks and what to hand in is the same for every assignment, so it is written once
/// and takes the place of the sections with the same headings.
struct HandoutText {
  private let sections: [Section]
  private let ending: [Section]

  private struct Section {
    let heading: Substring?
    let text: String
  }

  /// - Parameters:
  ///   - text: The assignment's article.
  ///   - ending: The sections that every handout has.
  init(_ text: String, ending: String) {
    sections = Self.sections(of: text)
    self.ending = Self.sections(of: ending).filter { $0.heading != nil }
  }

  /// The page; what is common to all stands before the marks, else last.
  var readme: String {
    var kept = sections.filter { section in
      section.heading.map { heading in !ending.contains { $0.heading == heading } } ?? true
    }
    let place = kept.firstIndex { $0.heading == "How it is marked" } ?? kept.count
    kept.insert(contentsOf: ending, at: place)
    return kept.map(\.text).joined(separator: "\n")
  }

  /// A module's article without what only a documentation compiler understands.
  static func plain(_ article: String) -> String {
    sections(of: article).filter { $0.heading != "Topics" }.map(\.text).joined(separator: "\n")
      .replacing("``", with: "")
  }

  private static func sections(of text: String) -> [Section] {
    var sections: [[Substring]] = [[]]
    var isCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") { isCode.toggle() }
      if !isCode, line.hasPrefix("## ") { sections.append([]) }
      sections[sections.count - 1].append(line)
    }
    return sections.map { lines in
      let first = lines.first ?? ""
      var lines = lines
      while lines.last?.isEmpty == true { lines.removeLast() }
      return Section(
        heading: first.hasPrefix("## ") ? first.dropFirst(3) : nil,
        text: lines.joined(separator: "\n") + "\n")
    }
  }
}
