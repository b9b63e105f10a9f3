extension AnswerTable {
  /// What is wrong with the table as a whole: one clear line each.
  package func problems(for worksheet: Worksheet) -> [AnswerSheet.Problem] {
    let columns = TableColumns(of: header, on: worksheet, suggestsNames: true)
    return faults.prefix(AnswerSheet.mostProblems)
      + columns.sentences.prefix(AnswerSheet.mostProblems).map {
        AnswerSheet.Problem(line: header.line, $0)
      }
  }

  /// Why nothing in the table can be marked, without a full stop; `nil` where something can be.
  package func refusal(for worksheet: Worksheet) -> String? {
    guard !header.names.isEmpty else { return faults.first?.sentence ?? "the table is empty" }
    let columns = TableColumns(of: header, on: worksheet)
    let first = header.names[0]
    if header.identity == [0], worksheet.slot(typedAs: first) != nil {
      return "no column says whose row it is; call one id, student, email or name"
    }
    guard columns.holdAnswers else {
      return "no column is called after a slot; the slots are "
        + worksheet.slots.map(\.name).joined(separator: ", ")
    }
    return rows.isEmpty ? leftOut.first?.reason ?? "the table has no row of answers" : nil
  }

  /// The assignment that the rows name, where they all name one.
  package var assignment: String? {
    let named = Set(rows.compactMap(\.assignment))
    return named.count == 1 ? named.first : nil
  }
}

extension AnswerTable.Row {
  /// The assignment that the row names, where a column is called so.
  package var assignment: String? {
    header.names.firstIndex { $0.lowercased() == "assignment" }
      .flatMap { cells.at($0)?.trimmed }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The row as an answer sheet.
  ///
  /// A table without a column for variants is about the numbers that it is judged by: a quiz has no
  /// line to copy.
  package func sheet(for worksheet: Worksheet) -> AnswerSheet {
    let columns = TableColumns(of: header, on: worksheet)
    var reader = RowReader(self, columns)
    var slots: [(name: String, text: String, line: Int)] = []
    for slot in worksheet.slots { slots.append((slot.name, reader.text(of: slot), line)) }
    return AnswerSheet(
      assignment: reader.filled[.assignment],
      variant: columns.uses.contains(.variant) ? reader.filled[.variant] : worksheet.variant,
      decimal: reader.decimal, slots: slots, line: line, problems: reader.problems)
  }
}

/// Reads the cells of one row by what their columns mean.
private struct RowReader {
  private(set) var filled: [TableColumns.Use: String] = [:]
  private(set) var decimal: DecimalSign?
  private(set) var problems: [AnswerSheet.Problem] = []
  private let line: Int

  /// Longer cells are no answers that a person typed.
  private static let longest = 2000

  init(_ row: AnswerTable.Row, _ columns: TableColumns) {
    line = row.line
    let (count, expected) = (row.cells.count, row.header.names.count)
    if count < expected {
      note("the row has \(count) cells for \(expected) columns; the rest counts as blank")
    }
    for (use, cell) in zip(columns.uses, row.cells) where use != .none && filled[use] == nil {
      guard !TypedArray.isBlank(cell.trimmed) else { continue }
      if cell.utf8.count > Self.longest {
        note("a cell of \(cell.utf8.count) bytes is too long for an answer")
      } else {
        filled[use] = cell.trimmed.onOneLine
      }
    }
    decimal = row.header.decimal
    if let said = filled[.decimal] { declare(said) }
  }

  private mutating func declare(_ said: String) {
    guard let sign = DecimalSign(rawValue: said.lowercased()) else {
      return note("decimal is 'point' or 'comma', not '\(NumberScanner.cut(said))'")
    }
    decimal = sign
  }

  /// What is typed for a slot: in a column of its own, else place by place.
  mutating func text(of slot: Worksheet.Slot) -> String {
    if let whole = filled[.slot(slot.name)] { return whole }
    var places: [String] = []
    for (offset, quantity) in slot.quantities.enumerated() {
      places.append(number(filled[.place(slot.name, offset)] ?? "", at: quantity))
    }
    return slot.joined(places, by: decimal == .comma ? "; " : ", ")
  }

  /// A number as typed; blank where it is none, which costs no other place.
  private mutating func number(_ typed: String, at place: Quantity) -> String {
    guard !typed.isEmpty else { return "" }
    do throws(UnreadableEntry) {
      return try TypedNumber(parsing: typed, decimal: decimal ?? .point).text
    } catch {
      note("\(place): \(error.reason)")
      return ""
    }
  }

  private mutating func note(_ sentence: String) {
    problems.append(AnswerSheet.Problem(line: line, sentence))
  }
}

extension Worksheet.Slot {
  /// Texts of places as one text: `[[1, 2], [3, 4]]`.
  fileprivate func joined(_ places: [String], by separator: String) -> String {
    var items = places
    for length in shape.reversed() {
      items = stride(from: 0, to: items.count, by: length).map { start in
        "[" + items[start..<start + length].joined(separator: separator) + "]"
      }
    }
    return items.first ?? ""
  }
}
