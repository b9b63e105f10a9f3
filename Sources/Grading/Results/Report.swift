/// All findings for one submission, with points; rendered to many formats.
package struct Report: Sendable, Hashable {
  /// Which assignment was graded, by which questions.
  package struct Subject: Sendable, Hashable {
    /// The assignment's identifier, such as `affine-relu`.
    package let id: String
    /// The assignment's title, as the handout gives it.
    package let title: String
    /// Digest of the scheme's values and of the bytes of every question.
    package let digest: String
    /// What the student's own numbers are called; `nil` where everybody has the same.
    package let variant: String?

    /// The assignment of these names, graded by the questions of that digest.
    package init(id: String, title: String, digest: String, variant: String? = nil) {
      self.id = id
      self.title = title
      self.digest = digest
      self.variant = variant
    }
  }

  /// What was graded.
  package let subject: Subject
  /// What was handed in.
  package var handIn: HandIn
  /// One result for each part, in the scheme's order.
  package var parts: [PartResult]
  /// Percent of the points that make a pass, such as 60.
  package let passMark: Ratio
  /// What judged: digest of the kit, and the toolchain that built it; absent where no code ran.
  package let instrument: Instrument

  /// The report of one submission; its marks follow from the parts.
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
    /// Digest of what the submission was compiled against.
    package let kit: String?
    /// The compiler's version.
    package let toolchain: String?

    /// What judged; `nil` twice where no code was handed in.
    package init(kit: String?, toolchain: String?) {
      self.kit = kit
      self.toolchain = toolchain
    }
  }
}

// MARK: - Marks

extension Report {
  /// The points earned in all parts.
  package var earned: Ratio { parts.map(\.earned).sum() }
  /// The points that could be earned.
  package var points: Ratio { parts.map(\.points).sum() }

  /// Percent of the points; 0 of no points.
  package var percent: Ratio { points == .zero ? .zero : earned * 100 / points }

  /// Whether the exact percentage reaches the pass mark; never so where there are no points.
  package var isPass: Bool { points > .zero && percent >= passMark }

  /// The findings of all parts, in the scheme's order.
  package var findings: [Finding] { parts.flatMap(\.findings) }
}
