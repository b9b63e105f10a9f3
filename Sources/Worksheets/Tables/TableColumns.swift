import Spelling

/// What the columns of a table mean on a worksheet.
struct TableColumns {
  /// What one column holds.
  enum Use: Hashable {
    /// Whose row it is, or nothing at all.
    case none
    case assignment
    case variant
    case decimal
    case slot(String)
    /// A place of a slot, counted row by row.
    case place(String, Int)
  }

  private(set) var uses: [Use] = []
  /// What is wrong with the columns, each in one sentence.
  private(set) var sentences: [String] = []
  private let worksheet: Worksheet
  private let suggestsNames: Bool
  /// What the places of an array are counted from.
  private var origin = 0

  /// Names are taken apart quickly; to find the nearest of a wrong one takes longer.
  init(
    of header: AnswerTable.Header, on worksheet: Worksheet, suggestsNames: Bool = false
  ) {
    self.worksheet = worksheet
    self.suggestsNames = suggestsNames
    let indices = header.names.compactMap { TypedPlace($0, on: worksheet) }
    // Nobody who counts from 0 leaves out all that begins so and runs over the end.
    let isOver = indices.contains { place in
      place.slot.offset(of: place.index) == nil
        && place.slot.offset(of: place.index, from: 1) != nil
    }
    if isOver, !indices.contains(where: { $0.index.contains(0) }) { origin = 1 }
    for (column, name) in header.names.enumerated() {
      let use = header.identity.contains(column) ? .none : use(of: name)
      if use != .none, uses.contains(use) {
        sentences.append(
          "the column '\(NumberScanner.cut(name))' stands twice; the first one that is filled in "
            + "counts")
      }
      uses.append(use)
    }
    for slot in worksheet.slots { noteMissing(slot) }
  }

  /// Whether any column holds answers.
  var holdAnswers: Bool {
    uses.contains { use in
      switch use {
      case .slot, .place: true
      case .none, .assignment, .variant, .decimal: false
      }
    }
  }

  private mutating func use(of name: String) -> Use {
    if name.isBlank { return .none }
    if name.lowercased() == "assignment" { return .assignment }
    if name.lowercased() == AnswerSheet.variantKey { return .variant }
    if name.lowercased() == DecimalSign.key { return .decimal }
    if let slot = worksheet.slot(typedAs: name) { return .slot(slot.name) }
    let shown = NumberScanner.cut(name)
    guard let place = TypedPlace(name, on: worksheet) else {
      let word = name.prefix { $0 != "[" && $0 != "(" }
      let near =
        !suggestsNames || isQuestion(name) ? nil : word.nearest(among: worksheet.slots.map(\.name))
      sentences.append(
        "there is no slot '\(shown)'; "
          + (near.map { "did you mean '\($0)'? The column is left out" } ?? "the column is left out")
      )
      return .none
    }
    guard let offset = place.slot.offset(of: place.index, from: origin) else {
      sentences.append(
        "'\(shown)' is no place of \(place.slot.name), which is \(place.slot.size); the column is "
          + "left out")
      return .none
    }
    return .place(place.slot.name, offset)
  }

  private mutating func noteMissing(_ slot: Worksheet.Slot) {
    guard !uses.contains(.slot(slot.name)) else { return }
    let missing = slot.quantities.indices.filter { !uses.contains(.place(slot.name, $0)) }
    guard !missing.isEmpty else { return }
    let names =
      missing.count == slot.quantities.count
      ? "'\(slot.name)'" : missing.map { slot.quantities[$0].description }.joined(separator: ", ")
    sentences.append("there is no column for \(names); that counts as left blank")
  }
}

/// Whether a name is longer than that of any place: a question in words.
private func isQuestion(_ name: String) -> Bool { name.utf8.count > 30 }

/// A name such as `dW1[0,1]`, `dW1(0,1)`, `dW1_01` or `dW1_0_1`, taken apart.
private struct TypedPlace {
  let slot: Worksheet.Slot
  let index: [Int]

  init?(_ name: String, on worksheet: Worksheet) {
    guard !isQuestion(name) else { return nil }
    // The name of a slot may hold such characters itself.
    for end in name.indices where "[(_".contains(name[end]) {
      guard let slot = worksheet.slot(typedAs: name[..<end].trimmed),
        let index = Self.index(name[end...], rank: slot.shape.count)
      else { continue }
      self.slot = slot
      self.index = index
      return
    }
    return nil
  }

  private static func index(_ text: Substring, rank: Int) -> [Int]? {
    guard text.allSatisfy({ "0123456789[]()_,; ".contains($0) }) else { return nil }
    var words = text.split { !$0.isNumber }.map(String.init)
    // One digit for each axis, run together.
    if words.count == 1, rank > 1, words[0].count == rank { words = words[0].map(String.init) }
    let index = words.compactMap { Int($0) }
    return index.isEmpty || index.count != words.count ? nil : index
  }
}

extension Worksheet.Slot {
  /// Where a place stands row by row, and nothing outside.
  ///
  /// One number is enough for a row or a column.
  fileprivate func offset(of index: [Int], from origin: Int = 0) -> Int? {
    let isLine = shape.filter { $0 != 1 }.count <= 1
    let lengths = isLine && index.count == 1 ? [shape.reduce(1, *)] : shape
    guard index.count == lengths.count else { return nil }
    var offset = 0
    for (place, length) in zip(index, lengths) {
      guard place >= origin, place - origin < length else { return nil }
      offset = offset * length + place - origin
    }
    return offset
  }
}
