// Nets of any depth number their arrays: w1 and b1 belong to the first layer, w2 and b2 to the next.
extension Question {
  /// The arrays of all layers under one letter: w1, w2 and so on, as far as there are any.
  public func layers(_ letter: String) -> [Tensor] {
    var layers: [Tensor] = []
    while let layer = inputs["\(letter)\(layers.count + 1)"]?.tensor { layers.append(layer) }
    return layers
  }
}

extension [String: Value] {
  /// The arrays of all layers, named by a letter and the number of the layer: w1, w2 and so on.
  public static func layers(_ layers: [Tensor], _ letter: String) -> [String: Value] {
    Dictionary(
      uniqueKeysWithValues: layers.enumerated().map { ("\(letter)\($0 + 1)", .tensor($1)) })
  }
}
