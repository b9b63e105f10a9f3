import NumPyRandom
import Tensors
import Testing

/// One call, named as in the vectors, and the same call here.
struct Call: Sendable, CustomTestStringConvertible {
  let name: String
  let draw: @Sendable (inout RandomState) -> [Double]
  var testDescription: String { name }

  static let all: [Call] = [
    Call(name: "uint32") { random in (0..<10).map { _ in Double(random.nextWord()) } },
    Call(name: "random_sample(10)") { random in (0..<10).map { _ in random.randomSample() } },
    Call(name: "rand(2,5)") { $0.rand(2, 5).scalars },
    Call(name: "uniform(-1,1,10)") { $0.uniform(from: -1, to: 1, shape: [10]).scalars },
    Call(name: "uniform(0,1,10)") { $0.uniform(from: 0, to: 1, shape: [10]).scalars },
    Call(name: "uniform(2.5,7,10)") { $0.uniform(from: 2.5, to: 7, shape: [10]).scalars },
    Call(name: "standard_normal(10)") { $0.randn(shape: [10]).scalars },
    Call(name: "randn(10)") { $0.randn(10).scalars },
    Call(name: "normal(0,0.02,10)") { $0.normal(standardDeviation: 0.02, shape: [10]).scalars },
    Call(name: "normal(0,0.01,10)") { $0.normal(standardDeviation: 0.01, shape: [10]).scalars },
    Call(name: "normal(3,2.5,10)") {
      $0.normal(mean: 3, standardDeviation: 2.5, shape: [10]).scalars
    },
    Call(name: "randint(250,size=5)") { $0.randint(below: 250, count: 5).map(Double.init) },
    Call(name: "randint(250,size=10)") { $0.randint(below: 250, count: 10).map(Double.init) },
    Call(name: "randint(0,2,size=10)") { random in
      (0..<10).map { _ in Double(random.randint(from: 0, to: 2)) }
    },
    Call(name: "randint(low=0,high=2,size=32)") {
      $0.randint(from: 0, to: 2, count: 32).map(Double.init)
    },
    Call(name: "randint(10,size=10)") { random in
      (0..<10).map { _ in Double(random.randint(below: 10)) }
    },
    Call(name: "randint(7,size=10)") { $0.randint(below: 7, count: 10).map(Double.init) },
    Call(name: "permutation(10)") { $0.permutation(10).map(Double.init) },
    Call(name: "permutation(1900)[:10]") { $0.permutation(1900).prefix(10).map(Double.init) },
    Call(name: "shuffle(arange(10))") { random in shuffled(10, &random) },
    Call(name: "shuffle(arange(3374))[:10]") { random in
      Array(shuffled(3374, &random).prefix(10))
    },
    Call(name: "choice(5,200,replace=True)") { $0.choice(5, count: 200).map(Double.init) },
    Call(name: "choice(49000,200)[:10]") {
      $0.choice(49000, count: 200).prefix(10).map(Double.init)
    },
    Call(name: "choice(10,5,replace=False)") {
      $0.choice(10, count: 5, replacing: false).map(Double.init)
    },
    Call(name: "mixed: randn(3), rand(2), randn(2), randint(0,100,3), randn(1)") { random in
      let first = random.randn(3).scalars + random.rand(2).scalars + random.randn(2).scalars
      let integers = random.randint(from: 0, to: 100, count: 3).map(Double.init)
      return first + integers + random.randn(1).scalars
    },
    Call(name: "random_sample after 100000 draws") { random in
      _ = random.rand(100_000)
      return random.rand(3).scalars
    },
    Call(name: "randn after 99999 draws") { random in
      _ = random.randn(99_999)
      return random.randn(3).scalars
    },
  ]

  private static func shuffled(_ count: Int, _ random: inout RandomState) -> [Double] {
    var items = (0..<count).map(Double.init)
    random.shuffle(&items)
    return items
  }
}
