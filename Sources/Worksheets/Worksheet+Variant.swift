/// Why the numbers at hand are not those that a sheet was worked out from.
package enum VariantMismatch: Sendable, Hashable {
  /// The sheet names a variant, and the numbers at hand are those of everybody.
  case unexpected(String)
  /// The sheet names none, and the numbers at hand are one student's own.
  case missing(own: String)
  /// The sheet names another variant than the student's own.
  case other(String, own: String)
}

extension Worksheet {
  /// The same questions about other given numbers, which have a name.
  package func variant(named name: String, givens: [String]) -> Worksheet {
    Worksheet(
      id: id, variant: name, title: title, task: task, givens: givens, net: net, asked: asked,
      slots: slots)
  }

  /// Why a sheet cannot be judged by this worksheet's numbers; `nil` where it can.
  ///
  /// A text in which no slot is filled in has nothing to judge, and may be no sheet at all.
  package func mismatch(with sheet: AnswerSheet) -> VariantMismatch? {
    switch (sheet.variant, variant) {
    case (nil, nil): nil
    case (let named?, nil): .unexpected(NumberScanner.cut(named))
    case (nil, let own?): filledSlots(of: sheet.texts).isEmpty ? nil : .missing(own: own)
    case (let named?, let own?):
      // Names are hexadecimal digits; whoever copies a sheet by hand may write capitals.
      named.lowercased() == own ? nil : .other(NumberScanner.cut(named), own: own)
    }
  }
}
