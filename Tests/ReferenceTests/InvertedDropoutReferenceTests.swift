import Assignments
import NumPyRandom
import NumericChecks
import Reference
import Tensors
import Testing

@Suite("Reference of dropout")
struct InvertedDropoutReferenceTests {
  private let reference = InvertedDropoutReference()

  // MARK: - Laws

  @Test(
    "Given the drawn numbers, out and mask equal plain loops",
    arguments: [0.25, 0.4, 0.625, 0.7, 1])
  func forward(_ p: Double) {
    var random = RandomState(seed: 1)
    let x = random.randn(7, 5)
    var copy = random
    let (out, mask) = reference.dropoutForward(
      x: x, keepProbability: p, mode: .train, random: &random)
    for i in 0..<7 {
      for j in 0..<5 {
        let isKept = copy.randomSample() < p
        #expect(mask[i, j] == (isKept ? 1 / p : 0))
        #expect(out[i, j] == (isKept ? x[i, j] * (1 / p) : 0))
      }
    }
    #expect(random == copy, "one number is drawn for each entry")
  }

  @Test("In test mode both passes hand on what they get, and nothing is drawn")
  func testMode() {
    var random = RandomState(seed: 2)
    let (x, gradOut, mask) = (random.randn(4, 6), random.randn(4, 6), random.randn(4, 6))
    let before = random
    let result = reference.dropoutForward(
      x: x, keepProbability: 0.3, mode: .test, random: &random)
    #expect(result.out == x)
    #expect(result.mask == .ones(4, 6))
    #expect(random == before)
    let gradX = reference.dropoutBackward(
      gradOut: gradOut, mask: mask, keepProbability: 0.3, mode: .test)
    #expect(gradX == gradOut)
  }

  @Test("The gradient is that of dual numbers", arguments: [0.25, 0.75])
  func backward(_ p: Double) {
    var random = RandomState(seed: 3)
    let (x, gradOut) = (random.randn(5, 4), random.randn(5, 4))
    let mask = reference.dropoutForward(
      x: x, keepProbability: p, mode: .train, random: &random
    ).mask
    let gradX = reference.dropoutBackward(
      gradOut: gradOut, mask: mask, keepProbability: p, mode: .train)
    let expected = gradient(
      of: { (x: Dual) in
        (Dropout.forward(x, mask: Dual(constant: mask)) * Dual(constant: gradOut)).total()
      }, at: x)
    #expect(Comparison(of: gradX, with: expected).agrees)
  }

  @Test("The handout's worked example is right")
  func handout() {
    let x: Tensor = [[1, -2, 3], [-4, 5, 6]]
    let u: Tensor = [[0.1, 0.9, 0.2], [0.7, 0.3, 0]]
    let mask = (u .< 0.25) / 0.25
    #expect(mask == [[4, 0, 4], [0, 0, 4]])
    #expect(Dropout.forward(x, mask: mask) == [[4, 0, 12], [0, 0, 24]])
    let gradX = reference.dropoutBackward(
      gradOut: [[2, 3, -1], [5, 7, -2]], mask: mask, keepProbability: 0.25, mode: .train)
    #expect(gradX == [[8, 0, -4], [0, 0, -8]])
  }

  // MARK: - Published values

  @Test("The published cell's means and zeros come out to the last digit, from seed 231")
  func publishedForward() throws {
    let published = try PublishedValues("dropout")
    var random = RandomState(seed: 231)
    let x = random.randn(500, 500) + 10
    try expect(x, "dropout_forward", "x_head", published)
    #expect(bufferedMean(x) == (try published.number("dropout_forward", "published_mean_input")))
    for p in [0.25, 0.4, 0.7] {
      let section = "dropout_forward_\(p)"
      let out = reference.dropoutForward(
        x: x, keepProbability: p, mode: .train, random: &random
      ).out
      let inTestMode = reference.dropoutForward(
        x: x, keepProbability: p, mode: .test, random: &random
      ).out
      try expect(out, section, "out_head", published)
      let mean = try published.number(section, "published_mean_train")
      #expect(bufferedMean(out) == mean)
      #expect(abs(out.mean() - mean) <= 1e-12 * mean)
      let zeros = out.scalars.count { $0 == 0 }
      #expect(Double(zeros) == (try published.number(section, "zeros_train")))
      #expect(
        Double(zeros) / 250_000 == (try published.number(section, "published_frac_zero_train")))
      // The document prints 0.600796 here for p = 0.4; nothing is dropped in test mode.
      #expect(inTestMode.scalars.count { $0 == 0 } == 0)
    }
  }

  @Test("The published cell's gradient and its error against a numerical one come out")
  func publishedBackward() throws {
    let published = try PublishedValues("dropout")
    var random = RandomState(seed: 231)
    let x = random.randn(10, 10) + 10
    let gradOut = random.randn(10, 10)
    func forward(_ x: Tensor) -> (out: Tensor, mask: Tensor) {
      var random = RandomState(seed: 123)
      return reference.dropoutForward(x: x, keepProbability: 0.2, mode: .train, random: &random)
    }
    let mask = forward(x).mask
    let kept = mask.scalars.indices.filter { mask.scalars[$0] != 0 }
    #expect(
      kept.map(Double.init)
        == (try published.tensor("dropout_backward", "mask_nonzero_flat_index")).scalars)
    let gradX = reference.dropoutBackward(
      gradOut: gradOut, mask: mask, keepProbability: 0.2, mode: .train)
    try expect(gradX, "dropout_backward", "dx_head", published)
    let sum = try published.number("dropout_backward", "dx_sum")
    #expect(abs(gradX.sum() - sum) <= 1e-12 * abs(sum))

    // The course's own numerical gradient and error, digit for digit.
    let h = 1e-5
    var worst = 0.0
    for index in x.scalars.indices {
      var (above, below) = (x.scalars, x.scalars)
      above[index] += h
      below[index] -= h
      let difference =
        forward(Tensor(shape: [10, 10], scalars: above)).out
        - forward(Tensor(shape: [10, 10], scalars: below)).out
      let slope = (difference * gradOut).sum() / (2 * h)
      let got = gradX.scalars[index]
      worst = max(worst, abs(got - slope) / max(1e-8, abs(got) + abs(slope)))
    }
    let error = try published.number("dropout_backward", "published_error")
    #expect(abs(worst - error) <= 1e-6 * error)
  }

  // MARK: - Support

  /// Equality with the first numbers of a published array, bit for bit.
  private func expect(
    _ value: Tensor, _ section: String, _ name: String, _ published: PublishedValues,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let head = try published.tensor(section, name)
    #expect(
      Array(value.scalars.prefix(head.count)) == head.scalars, sourceLocation: sourceLocation)
  }

  /// The mean as NumPy took it for the document: pairwise sums of buffers of 8192 numbers, added up.
  private func bufferedMean(_ tensor: Tensor) -> Double {
    let numbers = tensor.scalars
    var sum = 0.0
    for start in stride(from: 0, to: numbers.count, by: 8192) {
      sum += pairwiseSum(numbers[start..<min(start + 8192, numbers.count)])
    }
    return sum / Double(numbers.count)
  }

  /// NumPy's pairwise sum: halves down to 128 numbers, which are added in eight columns.
  private func pairwiseSum(_ numbers: ArraySlice<Double>) -> Double {
    let (n, first) = (numbers.count, numbers.startIndex)
    if n < 8 { return numbers.reduce(0, +) }
    if n <= 128 {
      var column = Array(numbers.prefix(8))
      let whole = n - n % 8
      for index in 8..<max(8, whole) { column[index % 8] += numbers[first + index] }
      let sum =
        ((column[0] + column[1]) + (column[2] + column[3]))
        + ((column[4] + column[5]) + (column[6] + column[7]))
      return numbers[(first + whole)...].reduce(sum, +)
    }
    let half = n / 2 - n / 2 % 8
    return pairwiseSum(numbers.prefix(half)) + pairwiseSum(numbers.dropFirst(half))
  }
}
