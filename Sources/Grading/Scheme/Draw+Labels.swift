import Coursework

extension Value {
  /// The labels of so many samples, as numbers below C.
  package static func labels(_ draw: inout Draw, _ count: Int, below classes: Int) -> Value {
    .tensor(Tensor((0..<count).map { _ in Double(draw.one(of: Array(0..<classes))) }))
  }
}
