import Spelling

extension Worksheet {
  /// What a sheet gets wrong before any number is judged: unknown slots and wrong shapes.
  ///
  /// The sheet's own problems are not repeated.
  package func problems(of sheet: AnswerSheet) -> [AnswerSheet.Problem] {
    var problems: [AnswerSheet.Problem] = []
    let counted = filledSlots(
      of: Dictionary(sheet.entries.map { ($0.slot, $0) }, uniquingKeysWith: { first, _ in first }))
    for entry in sheet.entries {
      if let slot = slot(typedAs: entry.slot) {
        if let other = counted[slot.name], other.line != entry.line {
          problems.append(AnswerSheet.Problem(line: entry.line, Self.surplus(entry, slot, other)))
          continue
        }
        guard let value = entry.value, let sentence = slot.remark(on: value) else { continue }
        problems.append(
          AnswerSheet.Problem(line: entry.line, "\(slot.name): \(sentence)"))
      } else {
        problems.append(AnswerSheet.Problem(line: entry.line, unknown(entry.slot)))
      }
    }
    if let assignment = sheet.assignment, let line = sheet.assignmentLine, assignment != id {
      let shown = NumberScanner.cut(assignment)
      problems.append(
        AnswerSheet.Problem(
          line: line, "the sheet names the assignment '\(shown)'; this is '\(id)'"))
    }
    return problems.sorted { $0.line < $1.line }
  }

  private static func surplus(
    _ entry: AnswerSheet.Entry, _ slot: Slot, _ counted: AnswerSheet.Entry
  ) -> String {
    "'\(NumberScanner.cut(entry.slot))' is the slot '\(slot.name)' once more; "
      + "line \(counted.line) counts"
  }

  private func unknown(_ name: String) -> String {
    let shown = NumberScanner.cut(name)
    guard let near = name.nearest(among: slots.map(\.name)) else {
      return "there is no slot '\(shown)'; the slots are "
        + slots.map(\.name).joined(separator: ", ")
    }
    return "there is no slot '\(shown)'; did you mean '\(near)'?"
  }
}

extension Worksheet.Slot {
  /// The typed numbers in this slot's shape; `nil` if they have another.
  ///
  /// A list, a row and a column are the same numbers, `[0.5]` is a plain number, and a list of all
  /// numbers of a matrix is read row by row.
  package func fitting(_ value: TypedArray) -> TypedArray? {
    if value.shape == shape { return value }
    let isTypedLine = value.shape.filter { $0 != 1 }.count <= 1
    return value.shape.count == 1 || isLine && isTypedLine ? value.reshaped(to: shape) : nil
  }

  private var isLine: Bool { shape.filter { $0 != 1 }.count <= 1 }

  /// What there is to say about the shape of the typed numbers, fitting or not.
  fileprivate func remark(on value: TypedArray) -> String? {
    guard fitting(value) != nil else { return wrongShape(value.shape) }
    // A row for a list goes without saying, and so does a list for a row.
    let isColumn = value.shape.count == 2 && value.shape[0] > 1
    guard value.shape != shape, isLine ? isColumn : true else { return nil }
    return "you typed \(Self.words(value.shape)), which is read as \(size)"
      + (isLine ? "" : ", row by row")
  }

  /// What is wrong: "this slot is a 3 by 2 matrix; you typed a 2 by 3 matrix".
  package func wrongShape(_ typed: [Int]) -> String {
    "this slot is \(size); you typed \(Self.words(typed))"
  }

  /// "a 3 by 2 matrix".
  var size: String { Self.words(shape) }

  private static func words(_ shape: [Int]) -> String {
    switch shape.count {
    case 0: "one number"
    case 1: "a list of \(shape[0])"
    default: "a \(shape.map(String.init).joined(separator: " by ")) matrix"
    }
  }
}
