import Tensors

extension Worked {
  /// "2·1 + (−1)·3" for each entry, with the shapes of `Tensor.matmul(_:)`.
  package func matmul(_ other: Worked) -> Worked {
    let product = value.matmul(other.value)
    let inner = shape[shape.count - 1]
    let width = other.shape.count == 2 ? other.shape[1] : 1
    let steps = product.scalars.indices.map { target in
      let (row, column) = (target / width, target % width)
      return Step(adding: 0..<inner) { k in
        let factors = [
          Step(value.scalars[row * inner + k]), Step(other.value.scalars[k * width + column]),
        ]
        let text = factors.map { $0.text(atLeast: .product) }.joined(separator: "·")
        return Step(text, .product, depth: 1, isRounded: factors.contains(where: \.isRounded))
      }
    }
    return Worked(value: product, steps: steps)
  }

  /// "2 + (−1) + 3" for each entry; the sum of one number is that number.
  package func sum(axis: Int, keepingDimension: Bool) -> Worked {
    reduced(to: value.sum(axis: axis, keepingDimension: keepingDimension), along: axis) { line in
      Step(adding: line.indices) { line[$0] }
    }
  }

  /// "max(2, −1, 3)" for each entry; the largest of one number is that number.
  package func max(axis: Int, keepingDimension: Bool) -> Worked {
    reduced(to: value.max(axis: axis, keepingDimension: keepingDimension), along: axis) { line in
      guard line.count != 1 else { return line[0] }
      let text = Step.listed(line.indices, separator: ", ") { line[$0].text }
      return Step("max(\(text))", .whole, depth: 1, isRounded: line.contains(where: \.isRounded))
    }
  }

  /// One step from each line of entries along an axis: plain numbers, or the step of the only one.
  private func reduced(to result: Tensor, along axis: Int, _ step: ([Step]) -> Step) -> Worked {
    let axis = axis < 0 ? axis + shape.count : axis
    let length = shape[axis]
    let inner = shape[(axis + 1)...].reduce(1, *)
    let steps = result.scalars.indices.map { target in
      let start = (target / inner) * length * inner + target % inner
      let line = (0..<length).map { start + $0 * inner }
      return step(length == 1 ? [self.steps[start]] : line.map { Step(value.scalars[$0]) })
    }
    return Worked(value: result, steps: steps)
  }
}

extension Worked.Step {
  /// How many terms of a sum are shown before the rest is left out.
  private static let mostTerms = 6

  /// The sum of several terms; of one term that term, of none 0.
  fileprivate init(adding terms: Range<Int>, _ term: (Int) -> Worked.Step) {
    guard terms.count > 1 else {
      self = terms.first.map(term) ?? Worked.Step(0)
      return
    }
    let text = Self.listed(terms, separator: " + ") { index in
      term(index).text(atLeast: index == terms.lowerBound ? .sum : .product)
    }
    self.init(text, .sum, depth: 1, isRounded: terms.contains { term($0).isRounded })
  }

  /// All texts, or of many the first three and the last.
  fileprivate static func listed(
    _ indices: Range<Int>, separator: String, _ text: (Int) -> String
  ) -> String {
    guard indices.count > mostTerms, let last = indices.last else {
      return indices.map(text).joined(separator: separator)
    }
    return (indices.prefix(3).map(text) + ["…", text(last)]).joined(separator: separator)
  }
}
