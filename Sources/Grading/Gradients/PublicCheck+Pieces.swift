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
      let method = piece.id.prefix { $0 != "/" }
      return Finding(
        check: id, outputs: finding.outputs.map(\.output),
        silence: .skipped(Finding.Message.mend(method)))
    }
  }
}

extension Finding {
  /// Whether it calls something wrong that was answered.
  fileprivate var isMistaken: Bool { silence == nil && verdict == .failed }
}

// MARK: - Messages

extension Finding {
  fileprivate enum Message {
    static func mend(_ method: some StringProtocol) -> String {
      "mend \(method) first; what is wrong here may come from it"
    }
  }
}
