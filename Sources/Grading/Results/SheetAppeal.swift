/// Every number of a hand-computed sheet beside what decided about it, to answer an appeal from.
///
/// It holds the right answers, so it is for staff alone unless it is redacted.
package struct SheetAppeal: Sendable, Hashable {
  /// What the sheet is called.
  package let name: String
  /// The assignment's identifier and title.
  package let assignment: String, title: String
  /// In the sheet's order.
  package internal(set) var slots: [Slot]
  /// What else there is to know, such as the step where the error starts.
  package let notes: [Note]
  /// The network that was computed, where one picture can show it.
  package let diagram: NetworkDiagram?
  /// Who may read it.
  package internal(set) var audience = Audience.staff

  /// A page about the sheet of that name, for staff.
  package init(
    name: String, assignment: String, title: String, slots: [Slot], notes: [Note],
    diagram: NetworkDiagram? = nil
  ) {
    self.name = name
    self.assignment = assignment
    self.title = title
    self.slots = slots
    self.notes = notes
    self.diagram = diagram
  }

  /// The points that all slots earned.
  package var earned: Ratio { slots.map(\.result.earned).sum() }
  /// The points that all slots are worth.
  package var points: Ratio { slots.map(\.result.points).sum() }

  /// One slot with its marks.
  package struct Slot: Sendable, Hashable {
    /// What the slot earned, and what it is worth.
    package let result: OutputResult
    /// What the check found about it.
    package let finding: OutputFinding
    /// What was typed where no number could be read; `nil` for a blank.
    package let text: String?
    /// Its numbers, row by row.
    package let entries: [Entry]

    /// A slot with its marks and its numbers.
    package init(
      result: OutputResult, finding: OutputFinding, text: String?, entries: [Entry]
    ) {
      self.result = result
      self.finding = finding
      self.text = text
      self.entries = entries
    }
  }

  /// One number.
  package struct Entry: Sendable, Hashable {
    /// What it is, such as `dW1[0, 1]`.
    package let quantity: String
    /// The step that computes it, such as `δ2 = (x2 − y)·σ′(z2)`.
    package let equation: String
    /// As typed; `nil` for a blank.
    package let typed: String?
    /// What became of it; `nil` for a blank.
    package let mark: Mark?
    /// The right value; `nil` where it is hidden from students.
    package let truth: Double?
    /// The value from the student's own earlier numbers, as far as their digits show it; `nil`
    /// where those are right.
    package let own: ClosedRange<Double>?
    /// The rule that decided, in words.
    package let rule: String
    /// What that rule accepts; `nil` for a blank, and where it is hidden from students.
    package let accepted: ClosedRange<Double>?

    /// A number with what decided about it.
    package init(
      quantity: String, equation: String, typed: String?, mark: Mark?, truth: Double?,
      own: ClosedRange<Double>?, rule: String, accepted: ClosedRange<Double>?
    ) {
      self.quantity = quantity
      self.equation = equation
      self.typed = typed
      self.mark = mark
      self.truth = truth
      self.own = own
      self.rule = rule
      self.accepted = accepted
    }
  }
}
