import Grading

/// Networks of several sizes with numbers on them.
enum NetworkSamples {
  static let sizes = [[2, 2, 1], [2, 3, 1], [3, 4, 2]]

  /// What a sheet may hold, in turn: every mark, a long number, a blank, and text that is no number.
  static let sheet: [NetworkPicture.Reading] = [
    .typed("0.3775", .right, right: 0.3775), .typed("-0.00067", .followed, right: -0.00066840),
    .typed("4.7×10^-4", .tooFewFigures, right: 0.00047), .typed(".1532", .wrong, right: -0.138499),
    .blank, .typed("<&\"'", .wrong, right: nil), .unreadable,
    .typed("0.138498564321987654", .right, right: 0.138498564321987),
  ]

  /// A network of that size, filled in as the sheet or with the right values.
  static func picture(_ sizes: [Int], isSolved: Bool = false) -> NetworkPicture {
    let diagram = diagram(sizes)
    let names =
      diagram.columns.joined().flatMap { $0.above + $0.below }
      + diagram.edges.flatMap(\.quantities)
    var readings: [String: NetworkPicture.Reading] = [:]
    for (place, name) in names.enumerated() where diagram.givens[name] == nil {
      // A sheet does not ask for δ.
      guard isSolved || !name.hasPrefix("δ") else { continue }
      readings[name] =
        isSolved ? .value(-0.0123456 * Double(place + 1)) : sheet[place % sheet.count]
    }
    return NetworkPicture(
      title: "A \(sizes.map(String.init).joined(separator: "-")) net <by hand>",
      diagram: diagram, readings: readings)
  }

  private static func diagram(_ sizes: [Int]) -> NetworkDiagram {
    var columns = [(0..<sizes[0]).map { NetworkDiagram.Node("x[\($0)]", above: ["x[\($0)]"]) }]
    var edges: [NetworkDiagram.Edge] = []
    var givens = (0..<sizes[0]).reduce(into: ["y": 0.01]) { $0["x[\($1)]"] = 0.25 }
    for layer in 1..<sizes.count {
      for unit in 0..<sizes[layer] {
        givens["b\(layer)[\(unit)]"] = -0.35
        for input in 0..<sizes[layer - 1] {
          let place = "\(layer)[\(unit), \(input)]"
          givens["W\(place)"] = -0.15
          edges.append(
            NetworkDiagram.Edge(
              column: layer - 1, from: input, to: unit, quantities: ["W\(place)", "dW\(place)"]))
        }
      }
      columns.append(
        (0..<sizes[layer]).map { unit in
          let place = "\(layer)[\(unit)]"
          return NetworkDiagram.Node(
            "h\(place)", above: ["b\(place)", "z\(place)", "h\(place)"],
            below: ["δ\(place)", "db\(place)"])
        })
    }
    for output in columns[sizes.count - 1].indices {
      edges.append(NetworkDiagram.Edge(column: sizes.count - 1, from: output, to: 0))
    }
    columns.append([NetworkDiagram.Node("loss", above: ["y", "loss"])])
    return NetworkDiagram(columns: columns, edges: edges, givens: givens)
  }
}
