import Coursework
import NumericChecks
import Tensors

extension [Alternative] {
  /// The formula's own answers, calculated by others: sums in another order, sigmoids in another form.
  ///
  /// The order follows from the question's numbers and the variant, so that every round of an exam
  /// tries others and a verdict can be repeated.
  ///
  /// - Parameters:
  ///   - formula: What they calculate.
  ///   - parts: What asks the questions; those that are no formula are passed over.
  ///   - variants: How many there are of each question.
  /// - Returns: As many for each question, in the order in which the parts ask.
  static func disordered(
    _ formula: any Formula, in parts: [Part], variants: Int = 5
  ) -> [Alternative] {
    let questions = parts.flatMap(\.checks).filter { $0.medium == .code }
      .flatMap { $0.questions(.public) }
    // A formula that fails on a question is no reason to leave it out: the exam is to say so.
    let known = questions.filter { question in
      do { return try formula.answer(to: question, as: \.self) != nil } catch { return true }
    }
    return known.map(\.name).unique.flatMap { name in
      (1...variants).map { variant in
        Alternative("\(name)-order-\(variant)", of: name, "the formula, summed in a random order") {
          question in
          let order = question.order(of: variant)
          let answer = try formula.answer(to: question) {
            Disordered($0, in: .double, order: order)
          }
          guard let answer else { throw BadQuestion(name: name) }
          return answer.mapValues { .tensor($0.value) }
        }
      }
    }
  }
}

extension Question {
  /// A number for the variant that other inputs change.
  fileprivate func order(of variant: Int) -> UInt64 {
    let inputs = inputs.sorted { $0.key < $1.key }.compactMap(\.value.tensor)
    return inputs.flatMap(\.scalars).reduce(UInt64(variant)) { ($0 &* 31) ^ $1.bitPattern }
  }
}
