import Grading
import Tensors
import Worksheets

extension NetworkDiagram {
  /// The drawing of a network that one sample goes through; `nil` for a batch, of whose samples a
  /// drawing would have to choose one.
  ///
  /// - Parameters:
  ///   - net: The network.
  ///   - givens: Its given numbers by name.
  init?(of net: DenseNet, givens: [String: Tensor]) {
    guard givens[net.input]?.shape.count == 1 else { return nil }
    func all(_ name: String, like given: String) -> [String] {
      Quantity.all(name, shape: givens[given]?.shape ?? []).map(\.description)
    }
    var columns = [all(net.input, like: net.input).map { Node($0, above: [$0]) }]
    var edges: [Edge] = []
    for (index, layer) in net.layers.enumerated() {
      let weights = [
        layer.weights, DenseNet.gradient(of: layer.weights), DenseNet.updated(layer.weights),
      ].map { all($0, like: layer.weights) }
      let inputs = columns[index].count
      for place in weights[0].indices {
        edges.append(
          Edge(
            column: index, from: place % inputs, to: place / inputs,
            quantities: weights.map { $0[place] }))
      }
      let units = [
        layer.bias, layer.sum, layer.output, net.delta(index),
        DenseNet.gradient(of: layer.bias), DenseNet.updated(layer.bias),
      ].map { all($0, like: layer.bias) }
      columns.append(
        units[0].indices.map { unit in
          let names = units.map { $0[unit] }
          return Node(names[2], above: Array(names[0...2]), below: Array(names[3...]))
        })
    }
    for output in columns[net.layers.count].indices {
      edges.append(Edge(column: net.layers.count, from: output, to: 0))
    }
    columns.append(
      [Node(DenseNet.loss, above: all(net.target, like: net.target) + [DenseNet.loss])])
    let numbers = givens.reduce(into: [String: Double]()) { numbers, given in
      for (name, value) in zip(all(given.key, like: given.key), given.value.scalars) {
        numbers[name] = value
      }
    }
    self.init(columns: columns, edges: edges, givens: numbers)
  }
}
