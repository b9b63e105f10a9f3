import Grading

extension SheetAppeal {
  /// The page as headings, sentences, tables and the picture.
  var document: Document {
    var document = Document(title: "\(name): \(earned) of \(points) points")
    document.add(.paragraph("\(title) (\(assignment)). \(reach)"))
    document.add(list: notes.map(\.words))
    document.add(picture)
    for slot in slots {
      document.add(
        .heading("\(slot.result.name): \(slot.result.earned) of \(slot.result.points) points"))
      document.add(list: slot.remarks)
      guard !slot.entries.isEmpty else { continue }
      document.add(.table(header: columns, rows: slot.entries.map(cells)))
    }
    return document
  }

  private var columns: [String] {
    ["step", "typed", "right"] + (showsOwn ? ["from its own numbers"] : [])
      + ["rule", "accepted"]
  }

  /// Whether any number follows from others of the sheet that are not the true ones.
  private var showsOwn: Bool { slots.contains { $0.entries.contains { $0.own != nil } } }

  private func cells(_ entry: Entry) -> [Document.Cell] {
    let own = entry.own?.inFigures(8) ?? ""
    return [
      Document.Cell(text: entry.equation),
      Document.Cell(text: entry.typed ?? "–", mark: entry.mark),
      Document.Cell(text: entry.truth?.inFigures(8) ?? ""),
    ] + (showsOwn ? [Document.Cell(text: own)] : []) + [
      Document.Cell(text: entry.rule),
      Document.Cell(text: entry.accepted?.inFigures(8) ?? ""),
    ]
  }
}
