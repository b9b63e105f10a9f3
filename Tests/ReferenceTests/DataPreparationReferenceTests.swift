import Coursework
import Grading
import Reference
import Tensors
import Testing

@Suite("Reference of data-preparation")
struct DataPreparationReferenceTests {
  private let reference = DataPreparationReference()
  private let train: Tensor = [[0, 1, 10], [4, 7, 10], [2, 1, 10], [2, 7, 10]]
  private let test: Tensor = [[6, -2, 13]]

  // MARK: - Scaling

  @Test("Scaled columns of the training set run from 0 to 1", arguments: 2...6)
  func range(samples: Int) {
    var random = RandomState(seed: UInt32(samples))
    let out = reference.minMaxScaled(
      train: random.randn(samples, 4), test: 10 * random.randn(20, 4))
    for column in (0..<4).map(out.train.column) {
      #expect(column.min() == 0 && column.max() == 1)
    }
    #expect(out.test.min() < 0 && out.test.max() > 1)
  }

  @Test("Standardized columns of the training set have mean 0 and mean square 1", arguments: 2...6)
  func standard(samples: Int) {
    var random = RandomState(seed: UInt32(samples))
    let out = reference.standardized(
      train: 3 * random.randn(samples, 4) + 7, test: random.randn(2, 4))
    #expect(out.train.mean(axis: 0).abs().max() < 1e-14)
    #expect((out.train.squared().mean(axis: 0) - 1).abs().max() < 1e-13)
  }

  @Test("The test set has no say in how the training set is scaled, nor any of its rows in others")
  func trainAlone() {
    var random = RandomState(seed: 5)
    let (train, test) = (random.randn(5, 3), random.randn(4, 3))
    let scalings = [reference.minMaxScaled, reference.standardized, reference.meanSubtracted]
    for scaled in scalings {
      let both = scaled(train, test)
      let one = scaled(train, test.rows(1..<2))
      #expect(both.train == one.train && both.test.rows(1..<2) == one.test)
      // The training set as its own test set is scaled as it is.
      #expect(scaled(train, train).test == both.train)
    }
  }

  @Test("A column that is constant in the training set is only shifted")
  func constant() {
    let train: Tensor = [[0.75, 1], [0.75, 2]]
    let minMax = reference.minMaxScaled(train: train, test: [[1, 3]])
    #expect(minMax.train.column(0) == [0, 0] && minMax.test == [[0.25, 2]])
    let standard = reference.standardized(train: train, test: [[1, 3]])
    #expect(standard.train.column(0) == [0, 0] && standard.test == [[0.25, 3]])
  }

  // MARK: - Splits

  @Test("A split holds every sample once, and its size is rounded up", arguments: 1...40)
  func split(count: Int) {
    for eighths in 1...7 {
      var random = RandomState(seed: UInt32(count))
      let sets = reference.split(
        count: count, fraction: Double(eighths) / 8, random: &random)
      #expect((sets.validation + sets.train).sorted() == Array(0..<count))
      #expect(sets.validation.count == (count * eighths + 7) / 8)
    }
  }

  @Test("A stratified split holds every sample once, and every class has its share")
  func stratified() {
    var random = RandomState(seed: 8)
    let labels = (0..<96).map { [0, 1, 1, 2, 2, 2][$0 % 6] }
    let sets = reference.stratifiedSplit(labels: labels, fraction: 0.25, random: &random)
    #expect((sets.validation + sets.train).sorted() == Array(0..<96))
    for (label, count) in [(0, 4), (1, 8), (2, 12)] {
      #expect(sets.validation.count { labels[$0] == label } == count)
    }
  }

  @Test(
    "Every share of a class is a whole number in the questions", arguments: CatalogueTests.seeds)
  func wholeShares(_ seed: Seed) throws {
    let questions = Assignment.dataPreparation.checks.flatMap { $0.questions(seed) }
      .filter { $0.name == "stratifiedSplit" }
    #expect(questions.count >= 6)
    for question in questions {
      let labels = try question.wholeNumbers("labels")
      for count in Dictionary(grouping: labels, by: \.self).values.map(\.count) {
        let share = try question.number("fraction") * Double(count)
        #expect(share == share.rounded() && share >= 4)
      }
    }
  }

  @Test(
    "A stratified split is told what is wrong with it, in words about the set",
    arguments: [
      ("ST1", nil), ("ST7", "holds 0 samples of class 2 where 6 belong"),
      ("ST3", "is the same whatever the generator"),
    ] as [(String, String?)])
  func words(_ id: String, _ words: String?) throws {
    let assignment = Assignment.dataPreparation
    let mistake = try #require(assignment.misconceptions.first { $0.id == id })
    let check = try #require(assignment.checks.first { $0.id == "stratified/shares" })
    let finding = try check.judge(
      check.questions(.public), InProcess(mistake.answer), assignment)
    #expect(finding.outputs[0].verdict == .failed && finding.outputs[0].diagnosis?.id == id)
    #expect(finding.outputs[0].evidence == nil)
    if let words { #expect(finding.outputs[0].problem == "validation \(words)") }
  }

  @Test(
    "Lists that are none, and numbers that no sample has, are refused",
    arguments: [[.nan, 1], [0.5], [-1, 0], [1e300], []] as [[Double]])
  func nonsense(_ numbers: [Double]) throws {
    let assignment = Assignment.dataPreparation
    let check = try #require(assignment.checks.first { $0.id == "stratified/shares" })
    for value in [Tensor(numbers), Tensor(shape: [1, numbers.count], scalars: numbers)] {
      let finding = try check.judge(
        check.questions(.public),
        InProcess { _ in ["validation": .tensor(value), "train": .tensor(value)] }, assignment)
      #expect(finding.outputs.allSatisfy { $0.verdict == .failed && $0.problem != nil })
    }
  }

  // MARK: - Examples

  @Test("The handout's worked example is right")
  func handout() {
    let minMax = reference.minMaxScaled(train: train, test: test)
    #expect(minMax.train == [[0, 0, 0], [1, 1, 0], [0.5, 0, 0], [0.5, 1, 0]])
    #expect(minMax.test == [[1.5, -0.5, 3]])
    let standard = reference.standardized(train: train, test: test)
    let printed: Tensor = [[-1.4142, -1, 0], [1.4142, 1, 0], [0, -1, 0], [0, 1, 0]]
    #expect((standard.train - printed).abs().max() < 5e-5)
    #expect((standard.test - [[2.8284, -2, 3]]).abs().max() < 5e-5)
    let centred = reference.meanSubtracted(train: train, test: test)
    #expect(centred.train == [[-2, -3, 0], [2, 3, 0], [0, -3, 0], [0, 3, 0]])
    #expect(centred.test == [[4, -6, 3]])
    #expect(reference.oneHot(labels: [2, 0], classes: 4) == [[0, 0, 1, 0], [1, 0, 0, 0]])
    let images = Tensor.linspace(from: 1, to: 16, count: 16).reshaped(2, 2, 2, 2)
    #expect(
      reference.flattened(images: images)
        == [[1, 2, 3, 4, 5, 6, 7, 8], [9, 10, 11, 12, 13, 14, 15, 16]])
  }

  @Test("The handout's splits are right")
  func handoutSplits() {
    var random = RandomState(seed: 1)
    let sets = reference.split(count: 10, fraction: 0.25, random: &random)
    #expect(sets.validation == [2, 9, 6] && sets.train == [4, 0, 3, 1, 7, 8, 5])
    random = RandomState(seed: 1)
    let byClass = reference.stratifiedSplit(
      labels: [0, 1, 0, 1, 1, 1], fraction: 0.5, random: &random)
    #expect(byClass.validation == [0, 3, 4] && byClass.train == [2, 1, 5])
  }
}
