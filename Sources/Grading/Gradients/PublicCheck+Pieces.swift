extension PublicCheck {
  /// The same check of a method that may be made of others, left open while one of those is wrong:
  /// a mistake there is told of once, and not again for each method above it.
  ///
  /// - Parameter pieces: Checks of the others; the first that finds a mistake is named.
  /// - Returns: The check.
  package func made(of pieces: [PublicCheck]) -> PublicCheck {
    PublicCheck(id) { student in
      let finding = try judge(student)
      guard finding.isMistaken,
        let piece = try pieces.first(where: { try $0.judge(student).isMistaken })
      else { return finding }
      // Of a method that has several checks, its example comes before what is special.
      let name =
        piece.method == method ? "the \(piece.id.dropFirst(method.count + 1))" : piece.method
      return Finding(
        check: id, outputs: finding.outputs.map(\.output),
        silence: .skipped(Finding.Message.mend(name)))
    }
  }

  /// The method that the check is named for.
  private var method: String { String(id.prefix { $0 != "/" }) }
}

extension Finding {
  /// Whether it calls something wrong that was answered.
  fileprivate var isMistaken: Bool { silence == nil && verdict == .failed }
}

// MARK: - Messages

extension Finding {
  fileprivate enum Message {
    static func mend(_ name: String) -> String {
      "mend \(name) first; what is wrong here may come from it"
    }
  }
}
