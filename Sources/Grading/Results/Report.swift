/// All findings for one submission, with points; rendered to many formats.
package struct Report: Sendable, Hashable {
  /// Which assignment was graded, by which questions.
  package struct Subject: Sendable, Hashable {
    package let id: String
    package let title: String
    /// Digest of the scheme's values and of the bytes of every question.
    package let digest: String

    package init(id: String, title: String, digest: String) {
      self.id = id
      self.title = title
      self.digest = digest
    }
  }

  package let subject: Subject
  package var handIn: HandIn
  package var parts: [PartResult]
  /// Percent of the points that make a pass, such as 60.
  package let passMark: Ratio
  /// What judged: digest of the kit, and the toolchain that built it; absent where no code ran.
  package let instrument: Instrument

  package init(
    subject: Subject, handIn: HandIn, parts: [PartResult], passMark: Ratio, instrument: Instrument
  ) {
    self.subject = subject
    self.handIn = handIn
    self.parts = parts
    self.passMark = passMark
    self.instrument = instrument
  }

  /// The kit and the toolchain behind a report.
  package struct Instrument: Sendable, Hashable {
    package let kit: String?
    package let toolchain: String?

    package init(kit: String?, toolchain: String?) {
      self.kit = kit
      self.toolchain = toolchain
    }
  }
}

// MARK: - Marks

extension Report {
  package var earned: Ratio { parts.map(\.earned).sum() }
  package var points: Ratio { parts.map(\.points).sum() }

  /// Percent of the points; 0 of no points.
  package var percent: Ratio { points == .zero ? .zero : earned * 100 / points }

  package var isPass: Bool { points > .zero && percent >= passMark }

  package var findings: [Finding] { parts.flatMap(\.findings) }
}
