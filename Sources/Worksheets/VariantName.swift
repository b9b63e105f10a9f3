/// What a variant's name says: which of an assignment's sheets it is, and whose numbers it asks
/// about, as in `tanh-2db028`.
package struct VariantName: Sendable, Hashable {
  /// Which sheet; `nil` for the assignment's own.
  package let form: String?
  /// What the student's own numbers are called; `nil` for everybody's.
  package let numbers: String?

  /// Takes a name apart, in small letters.
  package init(_ text: String) {
    var words = text.lowercased().split(separator: "-").map(String.init)
    let isNumbers = words.last?.wholeMatch(of: /[0-9a-f]{6}/) != nil
    numbers = isNumbers ? words.popLast() : nil
    form = words.isEmpty ? nil : words.joined(separator: "-")
  }
}
